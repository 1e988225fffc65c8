package dev.transponder.fetch;

/** What the user reads: amounts and statuses in plain words. Pure. */
final class Words {
  private static final int LONGEST_REASON = 160;

  private Words() {}

  static String size(int bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " KB";
  }

  static String tooLarge(int limit) {
    return "larger than " + size(limit);
  }

  static String tooManyHeaders(int limit) {
    return "headers of more than " + size(limit);
  }

  /** The status and its usual phrase, not the one that was sent: HTTP/2 sends none. */
  static String status(int status) {
    String phrase =
        switch (status) {
          case 202 -> " Accepted";
          case 204 -> " No Content";
          case 206 -> " Partial Content";
          case 300 -> " Multiple Choices";
          case 301 -> " Moved Permanently";
          case 302 -> " Found";
          case 303 -> " See Other";
          case 304 -> " Not Modified";
          case 307 -> " Temporary Redirect";
          case 308 -> " Permanent Redirect";
          case 400 -> " Bad Request";
          case 401 -> " Unauthorized";
          case 402 -> " Payment Required";
          case 403 -> " Forbidden";
          case 404 -> " Not Found";
          case 405 -> " Method Not Allowed";
          case 406 -> " Not Acceptable";
          case 408 -> " Request Timeout";
          case 412 -> " Precondition Failed";
          case 421 -> " Misdirected Request";
          case 451 -> " Unavailable For Legal Reasons";
          case 500 -> " Internal Server Error";
          case 501 -> " Not Implemented";
          case 502 -> " Bad Gateway";
          case 504 -> " Gateway Timeout";
          default -> status < 600 ? "" : ", which is no status of HTTP";
        };
    return status + phrase;
  }

  /** As much of a path as fits into a message. */
  static String brief(String path) {
    return path.length() <= 100 ? path : path.substring(0, 99) + "…";
  }

  /** What an exception says, in one line; its kind if it says nothing. */
  static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : shortened(message.replaceAll("[\\s\\p{Cntrl}\\uFFFD]+", " ").strip());
  }

  /** Messages of libraries may quote what a site sent, as long as it was. */
  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_REASON
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_REASON)) + "…";
  }
}
