package dev.transponder.story;

import java.util.Collection;

/** First version: knows nothing yet. */
public final class Repeats {
  public static final Repeats NONE = new Repeats();

  private Repeats() {}

  public static Repeats of(Collection<Telling> tellings) {
    return NONE;
  }

  public byte[] bytes() {
    return new byte[] {1};
  }

  public static Repeats read(byte[] bytes) {
    return NONE;
  }
}
