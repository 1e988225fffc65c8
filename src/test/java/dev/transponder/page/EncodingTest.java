package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final String CHINESE = "我们在这里记录每天的工作和学习，希望对大家有用。朱镕基与囧字也要正确。";
  private static final String TAIWANESE = "我們在這裡記錄每天的工作與學習，希望對大家有用。請不要錯過這個消息。";
  private static final String JAPANESE = "毎日の仕事と学習について書いています。みなさんの役に立てばうれしいです。";
  private static final String KOREAN = "우리는 매일의 일과 공부를 기록합니다. 여러분에게 도움이 되기를 바랍니다. 똠방각하";

  @ParameterizedTest
  @CsvSource({
    "gb2312, GBK," + CHINESE,
    "big5, Big5," + TAIWANESE,
    "shift_jis, windows-31j," + JAPANESE,
    "euc-jp, EUC-JP," + JAPANESE,
    "euc-kr, x-windows-949," + KOREAN,
  })
  void pagesOfEastAsiaComeOutRightHoweverTheyAreDeclared(
      String label, String charset, String text) {
    byte[] declared = page("<meta charset=" + label + ">", text, charset);
    byte[] bare = page("", text, charset);
    assertThat(decode(declared, "text/html")).contains(text);
    assertThat(decode(bare, "text/html; charset=\"" + label + "\"")).contains(text);
    assertThat(decode(bare, null)).as("guessed").contains(text);
    assertThat(decode(bare, "text/html; charset=utf-8")).as("wrongly declared").contains(text);
    assertThat(decode(declared, "text/html; charset=utf-8")).as("meta is right").contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Übergänge – ça va ’déjà’ señor naïve über große Straßen",
    "windows-1251, Сегодня мы поговорим о новых возможностях языка и библиотеки",
    "UTF-8, Übergänge – ça va 我们 日本語 한국어",
    "UTF-16LE, \uFEFFÜbergänge 我们",
    "UTF-16BE, \uFEFFÜbergänge 我们",
  })
  void otherPagesComeOutRightWithoutDeclaration(String charset, String text) {
    byte[] bytes =
        (text.startsWith("\uFEFF") ? "\uFEFF<html><p>" + text.substring(1) : "<html><p>" + text)
            .getBytes(Charset.forName(charset));
    assertThat(decode(bytes, null)).contains(text.replace("\uFEFF", ""));
  }

  @Test
  void aServersLatinDefaultDoesNotSpoilUtf8() {
    assertThat(decode(page("", "Übergänge", "UTF-8"), "text/html; charset=iso-8859-1"))
        .contains("Übergänge");
  }

  @Test
  void aDamagedByteDoesNotChangeTheEncoding() {
    byte[] bytes = page("", TAIWANESE.repeat(20) + "#", "UTF-8");
    bytes[bytes.length - 1] = (byte) 0xFF;
    assertThat(decode(bytes, "text/html; charset=utf-8")).contains(TAIWANESE);
  }

  @Test
  void anUnknownLabelIsIgnored() {
    assertThat(decode(page("<meta charset=none>", "Übergänge", "UTF-8"), "text/html; charset=x y"))
        .contains("Übergänge");
  }

  private static byte[] page(String head, String text, String charset) {
    return ("<html><head>" + head + "</head><body><p>" + text).getBytes(Charset.forName(charset));
  }

  private static String decode(byte[] bytes, @Nullable String type) {
    return Encoding.decode(Pages.bytes(bytes, type));
  }
}
