package dev.transponder.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a source puts into its entries without being part of what they tell: short texts that
 * several entries of one document have in common, word for word ("Read more", today's
 * advertisement) or but for whole numbers ("Comments: 12"). Pure.
 */
final class Furniture {
  /** No furniture: of a document with one entry nobody can tell. */
  static final Furniture NONE = new Furniture(Set.of());

  /** Two entries may say the same; three do so by habit. */
  private static final int HABIT = 3;

  /** Of the entries of the document. */
  private static final double SHARE = 0.3;

  private static final int LONGEST = 200;
  private static final Pattern WHOLE = Pattern.compile("\\d+(?:[.,]\\d{3})*(?![.,]?\\d)");

  /** Numbers that measure something are data: prices, shares, temperatures, decimals. */
  private static final Pattern DATA =
      Pattern.compile(
          ".*(?:\\p{Sc}|%|\\u2030|\\u00b0|\\d[.,]\\d{1,2}(?!\\d)).*|.*\\d ?\\p{Lu}{3}\\b.*");

  private final Set<String> common;

  private Furniture(Set<String> common) {
    this.common = common;
  }

  /** That of a document, from the blocks of text of each of its entries. */
  static Furniture of(List<List<String>> entries) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> blocks : entries) {
      Set<String> forms = new HashSet<>();
      for (String block : blocks) {
        if (block.length() <= LONGEST) {
          forms.add(block);
          forms.add(form(block));
        }
      }
      forms.forEach(form -> counts.merge(form, 1, Integer::sum));
    }
    int enough = Math.max(HABIT, (int) Math.ceil(SHARE * entries.size()));
    Set<String> common = new HashSet<>();
    counts.forEach(
        (form, count) -> {
          if (count >= enough) {
            common.add(form);
          }
        });
    return new Furniture(Set.copyOf(common));
  }

  /** The blocks that no habit of the source has put there word for word. */
  List<String> withoutRepeated(List<String> blocks) {
    return blocks.stream().filter(block -> !common.contains(block)).toList();
  }

  /** The blocks that no habit of the source has put there with another number. */
  List<String> withoutCounted(List<String> blocks) {
    return blocks.stream().filter(block -> !common.contains(form(block))).toList();
  }

  /** Equal for texts that differ in what they count. */
  private static String form(String block) {
    return DATA.matcher(block).matches() ? block : WHOLE.matcher(block).replaceAll("#");
  }
}
