package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorPageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "404 Not Found",
        "Error 404 - Page not found",
        "Page Not Found | Harbour notes",
        "Harbour notes – Error 404",
        "HTTP Error 503",
        "503 Service Temporarily Unavailable",
        "Wartungsarbeiten",
        "页面不存在 - 海港"
      })
  void anErrorIsKnownByItsName(String title) {
    assertThat(ErrorPage.isNotice(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404 Notes",
        "404",
        "Stack trace: error - Harbour notes",
        "Errors found and not found",
        "How to mend a page not found error",
        "Maintenance of wooden ships",
        "Error messages: a history",
        "500 ships | Harbour notes",
        ""
      })
  void whatOnlySpeaksOfErrorsIsNone(String title) {
    assertThat(ErrorPage.isNotice(title)).isFalse();
  }

  @Test
  void whatAnErrorPageListsIsNotTaken() {
    StringBuilder cards = new StringBuilder();
    for (int i = 1; i < 8; i++) {
      cards.append(
          "<div><h2><a href='/n/%1$d'>Notes of the harbour, number %1$d</a></h2>2026-03-0%1$d</div>"
              .formatted(i));
    }
    assertThat(detect("<title>Notes</title><main>" + cards)).isInstanceOf(Detection.Found.class);
    Detection error = detect("<title>Notes</title><h1>Page not found</h1><main>" + cards);
    assertThat(error).isInstanceOf(Detection.NoList.class);
    assertThat(((Detection.NoList) error).inWords())
        .startsWith("the page calls itself \"Page not found\"")
        .contains("the best of what it has: 7 ×");
  }

  private static Detection detect(String html) {
    return new PageReader().detect(Pages.html("<!DOCTYPE html>" + html), Pages.NOW, Pages.BUDGET);
  }
}
