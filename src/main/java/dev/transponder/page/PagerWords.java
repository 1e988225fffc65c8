package dev.transponder.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How links to the next page are called, in their texts and in the classes around them. */
final class PagerWords {
  private static final Set<String> NEXT =
      words(
          "next|next page|older|older posts|older entries|older articles|older stories|previous posts"
              + "|older post"
              + "|weiter|nächste|nächste seite|ältere|ältere beiträge|ältere artikel|vorwärts"
              + "|suivant|suivante|suivants|page suivante|articles plus anciens|plus anciens|articles précédents"
              + "|siguiente|siguientes|página siguiente|siguiente página|entradas antiguas|entradas anteriores|más antiguos"
              + "|próxima|próximo|próxima página|seguinte|página seguinte|posts antigos|mais antigos"
              + "|successivo|successiva|pagina successiva|prossima|avanti|articoli meno recenti|post più vecchi"
              + "|volgende|volgende pagina|oudere berichten|ouder|nästa|nästa sida|äldre inlägg|neste|neste side"
              + "|næste|næste side|ældre indlæg|eldre innlegg|seuraava|seuraava sivu|vanhemmat"
              + "|następna|następna strona|następne|dalej|starsze wpisy|starsze|další|další strana|následující|starší příspěvky|starší"
              + "|nasledujúca|ďalšia|következő|következő oldal|régebbi bejegyzések|următoarea|următor|mai vechi"
              + "|следующая|следующая страница|следующие|вперед|вперёд|дальше|старые записи|предыдущие записи|наступна|далі"
              + "|следваща|напред|по-стари|επόμενη|επόμενο|παλαιότερα|sonraki|sonraki sayfa|ileri|daha eski"
              + "|tiếp|trang sau|trang tiếp|tiếp theo|cũ hơn|selanjutnya|berikutnya|halaman berikutnya|lebih lama"
              + "|下一页|下页|下一頁|下頁|后页|后一页|後一頁|下一章|更早|较旧|更早的文章|较早的文章|下一個"
              + "|次|次へ|次のページ|次のページへ|次ページ|古い記事|過去の記事|以前の記事"
              + "|다음|다음 페이지|다음페이지|이전 글|הבא|التالي|الصفحة التالية|بعدی|صفحه بعد|अगला|ถัดไป");

  /** They lead to the next page only in a pager: elsewhere they lead to another list. */
  private static final Set<String> MORE =
      words(
          "more|more posts|more articles|more stories|more entries|more news|load more|show more|mehr"
              + "|更多文章|加载更多|もっと見る|더 보기|더보기");

  private static final Set<String> PREVIOUS =
      words(
          "previous|previous page|prev|newer|newer posts|newer entries|zurück|vorherige|neuere|précédent|précédente"
              + "|anterior|anteriores|indietro|precedente|vorige|föregående|forrige|edellinen|poprzednia|předchozí|előző"
              + "|предыдущая|назад|önceki|trước|sebelumnya|上一页|上一頁|前一页|前へ|前のページ|이전|이전 페이지");

  private static final Set<String> ARROWS =
      Set.of("›", "»", "→", ">", ">>", "▶", "►", "❯", "⟩", "≫", "⇒");

  private static final Pattern NEXT_CLASS =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:next|older|nextpage|next-page|older-posts)(?:$|[\\s_-])");
  private static final Pattern PAGER_CLASS =
      Pattern.compile(
          "(?i)pag(?:er|inat|enav|ing|e-nav|e_nav|e-num|ebar|elist)|nav-?links|posts-nav|wp-pagenavi");

  private PagerWords() {}

  private static Set<String> words(String all) {
    return Arrays.stream(all.split("\\|")).collect(Collectors.toUnmodifiableSet());
  }

  static boolean isNext(String text) {
    return NEXT.contains(plain(text));
  }

  static boolean isMore(String text) {
    return MORE.contains(plain(text));
  }

  static boolean isPrevious(String text) {
    return PREVIOUS.contains(plain(text));
  }

  static boolean isArrow(String text) {
    return ARROWS.contains(text.strip());
  }

  static boolean namesNext(String classes) {
    return NEXT_CLASS.matcher(classes).find();
  }

  static boolean namesPager(String classes) {
    return PAGER_CLASS.matcher(classes).find();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\d-]+", " ")
        .replaceAll("^[\\s-]+|[\\s-]+$", "");
  }
}
