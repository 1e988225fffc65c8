package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class XmlCharsTest {
  @Test
  void controlsNonCharactersAndHalvesOfPairsAreLeftOut() {
    assertThat(XmlChars.clean("a\u0001b\uFFFFc\uD83Dd\uDE00e")).isEqualTo("abcde");
  }

  @Test
  void whatXmlAllowsStaysTheSameString() {
    String text = "tab\tline\r\n\uD83D\uDE00\uE000\uFFFD";
    assertThat(XmlChars.clean(text)).isSameAs(text);
  }
}
