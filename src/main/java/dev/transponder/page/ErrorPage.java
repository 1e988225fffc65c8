package dev.transponder.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a page that says of itself that it is an error or a notice, whatever its status was:
 * what such a page lists (what is read most, the latest) is there for consolation.
 */
final class ErrorPage {
  private static final Pattern PARTS =
      Pattern.compile("\\s*[|｜_–—·•«»:!.]+\\s*|\\s+-\\s+|^\\s+|\\s+$");

  /** A number alone may be a page of something; a site may be called after one. */
  private static final Pattern CODE =
      Pattern.compile("(?:http |error |fehler |erreur |ошибка )+(?:40[0134]|410|429|50[0234])");

  private static final Pattern CODE_FIRST =
      Pattern.compile(
          "(?:http |error |fehler |erreur |ошибка )*(?:40[0134]|410|429|50[0234]) (.*)");

  /** In whole, as such pages are called. */
  private static final Set<String> NOTICES =
      Set.of(
          "not found",
          "page not found",
          "file not found",
          "forbidden",
          "access denied",
          "unauthorized",
          "bad request",
          "internal server error",
          "bad gateway",
          "gateway timeout",
          "too many requests",
          "service unavailable",
          "service temporarily unavailable",
          "temporarily unavailable",
          "site maintenance",
          "scheduled maintenance",
          "under maintenance",
          "down for maintenance",
          "we are down for maintenance",
          "something went wrong",
          "nicht gefunden",
          "seite nicht gefunden",
          "wartung",
          "wartungsarbeiten",
          "wartungsmodus",
          "page non trouvée",
          "page introuvable",
          "en maintenance",
          "site en maintenance",
          "página no encontrada",
          "en mantenimiento",
          "página não encontrada",
          "em manutenção",
          "pagina non trovata",
          "in manutenzione",
          "pagina niet gevonden",
          "nie znaleziono strony",
          "страница не найдена",
          "технические работы",
          "сторінку не знайдено",
          "页面不存在",
          "页面未找到",
          "找不到页面",
          "网站维护中",
          "找不到頁面",
          "ページが見つかりません",
          "メンテナンス中",
          "페이지를 찾을 수 없습니다");

  private ErrorPage() {}

  /** How the page calls itself, if that is the name of an error; else null. */
  static @Nullable String name(org.jsoup.nodes.Document page) {
    return Stream.concat(Stream.of(page.title()), page.select("h1").stream().map(Element::text))
        .filter(ErrorPage::isNotice)
        .findFirst()
        .orElse(null);
  }

  static boolean isNotice(String title) {
    return PARTS
        .splitAsStream(title)
        .map(part -> part.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .anyMatch(
            part ->
                NOTICES.contains(part)
                    || CODE.matcher(part).matches()
                    || NOTICES.contains(CODE_FIRST.matcher(part).replaceFirst("$1")));
  }
}
