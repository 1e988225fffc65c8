package dev.transponder.publish;

import static java.util.Objects.requireNonNull;

import dev.transponder.render.Format;
import dev.transponder.render.Output;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One feed of ours in every format. Immutable. */
public final class Feed {
  private final Map<Format, Version> versions;

  private Feed(Map<Format, Version> versions) {
    this.versions = versions;
  }

  /** Renders; a document whose bytes are the same stays the one that it was. */
  public static Feed of(Output output, @Nullable Feed before, Instant now) {
    Map<Format, Version> versions = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      Version last = before == null ? null : before.versions.get(format);
      versions.put(format, Version.of(format.contentType(), format.render(output), last, now));
    }
    return new Feed(versions);
  }

  /** The document in that format. */
  Renditions in(Format format) {
    return requireNonNull(versions.get(format)).renditions();
  }

  /** The document with that file name, as in {@link Format#file()}; null if there is none. */
  @Nullable Renditions document(String file) {
    for (Format format : Format.values()) {
      if (format.file().equals(file)) {
        return in(format);
      }
    }
    return null;
  }

  /** How much memory it takes. */
  long bytes() {
    return versions.values().stream()
        .map(Version::renditions)
        .mapToLong(each -> (long) each.identity().bytes().length + each.gzip().bytes().length)
        .sum();
  }
}
