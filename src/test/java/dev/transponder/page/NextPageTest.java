package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NextPageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/list/12/  | <a href=/list/12/>1</a> <a href=/list/12/2.html>2</a>              | /list/12/2.html",
        "/list/12/  | <a href=/list/14/2.html>next</a>                                    | null",
        "/n?page=1  | <a href=/n>1</a> <b>2</b> <a href=?page=2>3</a> <a href=?page=3>4</a> | /n?page=2",
        "/n?page=2  | <a href=/n>1</a> <b>2</b> <a href=?page=3>3</a> <a href=?page=4>4</a> | /n?page=3",
        "/n         | <b>1</b> <a href=?page=1>2</a> <a href=?page=2>3</a>                 | /n?page=1"
      })
  void thePageAfterThisOneIsFoundByItsNumber(String url, String pager, String next) {
    String html =
        "<!DOCTYPE html><article>Ferry</article><div class=pagination>" + pager + "</div>";
    Document document =
        new Document(
            "https://e.org" + url,
            Map.of("Content-Type", List.of("text/html")),
            html.getBytes(StandardCharsets.UTF_8));
    Reading.Parsed parsed = Pages.parsed(document, Pages.entry("article"));
    assertThat(String.valueOf(parsed.next()).replace("https://e.org", "")).isEqualTo(next);
  }
}
