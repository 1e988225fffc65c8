package dev.transponder.story;

import dev.transponder.model.Passage;
import dev.transponder.story.StoryTexts.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What other sources make of a text that they copy. */
final class Copies {
  /** What a site writes around a text, in one language. */
  private record Site(
      String byline,
      String otherByline,
      String foot,
      String otherFoot,
      String note,
      String caption,
      String update,
      String related,
      String filler,
      String headline) {}

  private static final Map<String, Site> SITES =
      Map.of(
          "en",
          new Site(
              "By our staff | 3 November 2026 | 4 min read",
              "Harbour Wire, Port Salla, Nov 4, 2026",
              "Thank you for reading. Our newsroom depends on its readers: subscribe to the"
                  + " newsletter and get the week's best reporting every Saturday.",
              "The post appeared first on Harbour Wire. All rights reserved. Follow us for more.",
              "Editor's note: an earlier version of this text misspelled a name. We regret it.",
              "Photo: a view of the place, taken last summer by a reader",
              "Update 14:30: 25 people have written to us since this was published.",
              "More from this section: Ten walks for the autumn. What the budget means for you. The"
                  + " best films of the month. Our reporters answer 12 of your questions. How to"
                  + " sleep better in a warm bedroom.",
              "as it happens",
              "What really happened here, and why everyone talks about it now"),
          "zh",
          new Site(
              "本报记者 | 2026年11月3日 | 阅读约4分钟",
              "来源：海港通讯社 2026-11-04",
              "感谢阅读。本站靠读者支持，欢迎订阅我们的周刊，每周六收到最好的报道。",
              "本文首发于海港通讯社，版权所有，未经许可不得转载。关注我们了解更多内容。",
              "编者注：本文较早的版本写错了一个名字，特此更正。",
              "图：一位读者去年夏天在现场拍摄的照片",
              "14:30更新：文章发表之后，已有25位读者来信。",
              "更多内容：秋天适合走的十条路线。预算对你意味着什么。本月最好看的电影。记者回答你的12个问题。卧室太热怎样才能睡好。",
              "据了解",
              "到底发生了什么，为什么大家都在议论"),
          "ja",
          new Site(
              "編集部 | 2026年11月3日 | 4分で読めます",
              "港通信 2026年11月4日配信",
              "お読みいただきありがとうございます。週刊の便りに登録すると、毎週土曜によりすぐりの記事が届きます。",
              "この記事は港通信に初めて掲載されました。無断転載を禁じます。フォローもお願いします。",
              "編集部より：以前の版では名前に誤りがありました。おわびして訂正します。",
              "写真：去年の夏に読者が撮った現地のようす",
              "14時30分追記：掲載後に25人の読者から便りが届きました。",
              "あわせて読みたい：秋に歩きたい十の道。予算は暮らしをどう変えるか。今月の映画。記者が12の質問に答える。暑い寝室でよく眠る方法。",
              "なんと",
              "いったい何が起きて、なぜ話題になっているのか"),
          "mixed",
          new Site(
              "by 港口博客 | 2026-11-03 | 4 min",
              "来源：Harbour Dev，2026/11/4",
              "如果觉得有用，欢迎 follow 我的 GitHub 和 newsletter，每周六更新。",
              "本文首发于 Harbour Dev，转载请保留原文链接，all rights reserved。",
              "Editor's note：之前的版本写错了一个 link，已经更正。",
              "图：dashboard 的 screenshot，点击可以放大",
              "Update 14:30：评论区已经有 25 条 feedback。",
              "Related posts：十个好用的 CLI 工具。怎样写好 commit message。本月的 release 汇总。回答大家的 12 个问题。",
              "basically",
              "聊聊最近折腾的一件事 and some notes"));

  private final Text text;
  private final Site site;
  private final List<Passage> passages;

  private Copies(Text text) {
    this.text = text;
    this.site = Objects.requireNonNull(SITES.get(text.language()));
    this.passages = text.passages();
  }

  /** All copies of a text, by what was done to it. */
  static Map<String, Text> of(Text text) {
    return new Copies(text).all();
  }

  private Map<String, Text> all() {
    Map<String, Text> copies = new TreeMap<>();
    copies.put("excerpt", excerpt(0.35));
    copies.put("excerpt with another headline", excerpt(0.6).titled(site.headline()));
    copies.put("byline and foot", framed(List.of(site.byline()), List.of(site.foot())));
    copies.put(
        "frame, edits, another headline",
        edited(framed(List.of(site.byline()), List.of(site.otherFoot()))).titled(site.headline()));
    copies.put("light edits", edited(text));
    copies.put("typography", mapped(Copies::retyped));
    copies.put("another headline", text.titled(site.headline()));
    copies.put("caption within", inserted(site.caption()));
    copies.put("editor's note", framed(List.of(site.note()), List.of()));
    copies.put("update within", inserted(site.update()));
    copies.put("update on top", framed(List.of(site.update()), List.of()));
    copies.put("list of links", framed(List.of(), List.of(site.related())));
    copies.put("plain text", plain());
    copies.put("paragraph dropped", dropped());
    copies.put("without title", text.titled(""));
    copies.put("as it is", text);
    return copies;
  }

  /** The text as two sites frame it, the second with another headline. */
  static List<Text> framed(Text text) {
    Copies copies = new Copies(text);
    Site site = copies.site;
    return List.of(
        copies.framed(List.of(site.byline()), List.of(site.foot())),
        copies
            .framed(List.of(site.otherByline()), List.of(site.otherFoot()))
            .titled(site.headline()));
  }

  /** The beginning, cut within a word. */
  private Text excerpt(double share) {
    String all = String.join(" ", passages.stream().map(Passage::text).toList());
    int length = Math.max((int) (all.length() * share), Math.min(all.length(), least()));
    return text.with(List.of(passage(all.substring(0, length) + "…")));
  }

  private int least() {
    return text.language().equals("en") ? 220 : 90;
  }

  private Text framed(List<String> before, List<String> after) {
    List<Passage> framed = new ArrayList<>();
    before.forEach(line -> framed.add(passage(line)));
    framed.addAll(passages);
    after.forEach(line -> framed.add(passage(line)));
    return text.with(framed);
  }

  private Text inserted(String line) {
    List<Passage> more = new ArrayList<>(passages);
    more.add(1, passage(line));
    return text.with(more);
  }

  private Text dropped() {
    List<Passage> fewer = new ArrayList<>(passages);
    if (fewer.size() > 2) {
      fewer.remove(1);
    }
    return text.with(fewer);
  }

  private Text plain() {
    return text.with(
        List.of(passage(String.join("\n\n", passages.stream().map(Passage::text).toList()))));
  }

  private Text mapped(UnaryOperator<String> change) {
    return text.with(
        passages.stream().map(p -> new Passage(p.kind(), change.apply(p.text()))).toList());
  }

  /** A word more in each second sentence, a word less in each third. */
  private Text edited(Text of) {
    List<Passage> edited = new ArrayList<>();
    int count = 0;
    for (Passage passage : of.passages()) {
      StringBuilder out = new StringBuilder();
      for (String sentence : passage.text().splitWithDelimiters("(?<=[,.，。、])(?![0-9])", -1)) {
        String changed = count % 3 == 2 ? withoutAWord(sentence) : sentence;
        out.append(count % 4 == 1 && !changed.isBlank() ? " " + site.filler() + " " : "");
        out.append(changed);
        count++;
      }
      edited.add(new Passage(passage.kind(), out.toString()));
    }
    return of.with(edited);
  }

  private String withoutAWord(String sentence) {
    if (text.language().equals("en")) {
      return sentence.replaceFirst(" [a-z]+ly ", " ").replaceFirst(" (?:the|that|also|very) ", " ");
    }
    return sentence.replaceFirst("[的了也就、]|には|また", "");
  }

  /** Other quotation marks, dashes, spaces and widths, decomposed accents. */
  private static String retyped(String line) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
    }
    return Normalizer.normalize(
        wide.toString()
            .replace('"', '“')
            .replace('\'', '’')
            .replace(' ', '\u00A0')
            .replace("，", ", ")
            .replace("-", "\u2010"),
        Normalizer.Form.NFD);
  }

  private static Passage passage(String line) {
    return new Passage(Passage.Kind.TEXT, line);
  }
}
