package dev.transponder.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of a Link header (RFC 8288 section 3).
 *
 * @param target as written, perhaps relative
 * @param parameters by name in lower case
 */
record LinkHeader(String target, Map<String, String> parameters) {
  private static final Pattern TARGET = Pattern.compile("[\\s,]*<([^>]*)>");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*;\\s*([^\\s=;,\"]+)\\s*(?:=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]*)))?");

  LinkHeader {
    parameters = Map.copyOf(parameters);
  }

  /** The links of one header line; what follows a mistake is not read. */
  static List<LinkHeader> all(String header) {
    List<LinkHeader> links = new ArrayList<>();
    Matcher target = TARGET.matcher(header);
    Matcher parameter = PARAMETER.matcher(header);
    int at = 0;
    while (target.region(at, header.length()).lookingAt()) {
      at = target.end();
      Map<String, String> parameters = new TreeMap<>();
      while (parameter.region(at, header.length()).lookingAt()) {
        at = parameter.end();
        // RFC 8288 section 3.3: of a repeated parameter the first counts.
        parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value(parameter));
      }
      links.add(new LinkHeader(target.group(1).strip(), parameters));
    }
    return links;
  }

  /** The value of a parameter, empty if it is not there. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static String value(Matcher parameter) {
    if (parameter.group(2) != null) {
      return parameter.group(2).replaceAll("\\\\(.)", "$1");
    }
    return parameter.group(3) == null ? "" : parameter.group(3);
  }
}
