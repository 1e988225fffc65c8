package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkVoteTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tag/sea/", "/category/notes/harbour", "/archives/2026/", "/archives/2026/05/",
            "/archives",
        "/topics/sea", "/archives/2026/05/page/2/", "/?cat=3", "/tags/12", "/author/ann"
      })
  void pagesThatListByLabelsAreToldByTheirPath(String path) {
    assertThat(LinkVote.isLabel("https://e.org" + path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/archives/123/", "/archives/12345.html", "/topic/123-how-the-lamp-was-lit",
        "/archives/2026/05/the-lamp", "/archives/2026/05/12/the-lamp/", "/notes/the-lamp"
      })
  void anEntryMayStandInAnArchive(String path) {
    assertThat(LinkVote.isLabel("https://e.org" + path)).isFalse();
  }
}
