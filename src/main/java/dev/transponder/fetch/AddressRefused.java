package dev.transponder.fetch;

import java.io.IOException;
import java.net.InetAddress;

/** Says that a connection was not even tried, because the address is not public. */
final class AddressRefused extends IOException {
  private static final long serialVersionUID = 1L;

  AddressRefused(InetAddress address) {
    super("the address " + address.getHostAddress() + " is not public");
  }
}
