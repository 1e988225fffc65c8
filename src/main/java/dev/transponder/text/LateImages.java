package dev.transponder.text;

import java.util.List;

/** Where pages that load their images late say what they will show; seen in the wild. */
public final class LateImages {
  /** Attributes of {@code img} to be tried in this order when its {@code src} is none. */
  public static final List<String> ATTRIBUTES =
      List.of("data-src", "data-original", "data-lazy-src", "data-orig-file");

  private LateImages() {}
}
