package dev.transponder.feed;

/**
 * A name as it stands in a tag.
 *
 * @param raw with its prefix, as written
 * @param prefix empty if there is none
 */
record XmlName(String raw, String prefix, String local) {
  static XmlName of(String raw) {
    int colon = raw.indexOf(':');
    return colon <= 0 || colon == raw.length() - 1
        ? new XmlName(raw, "", colon < 0 ? raw : raw.replace(":", ""))
        : new XmlName(raw, raw.substring(0, colon), raw.substring(colon + 1));
  }
}
