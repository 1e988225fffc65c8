package dev.transponder.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others.
 *
 * <p>The tables are those of the IANA special-purpose registries (RFC 6890 and what was added
 * since): {@code InetAddress.isSiteLocalAddress} and its like do not know most of them. An IPv6
 * address that carries an IPv4 address is as public as that one. Pure.
 */
final class PublicAddresses {
  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          block("0.0.0.0", 8), // this network
          block("10.0.0.0", 8), // private
          block("100.64.0.0", 10), // shared (carrier-grade NAT)
          block("127.0.0.0", 8), // loopback
          block("168.63.129.16", 32), // not in the registry: the host's services on Azure
          block("169.254.0.0", 16), // link local, also the metadata of clouds
          block("172.16.0.0", 12), // private
          block("192.0.0.0", 24), // protocol assignments
          block("192.0.2.0", 24), // documentation
          block("192.88.99.0", 24), // 6to4 relays, withdrawn
          block("192.168.0.0", 16), // private
          block("198.18.0.0", 15), // benchmarks
          block("198.51.100.0", 24), // documentation
          block("203.0.113.0", 24), // documentation
          block("224.0.0.0", 4), // multicast
          block("240.0.0.0", 4)); // reserved, broadcast

  /** All that is global unicast; unique local, link local, multicast and the rest lie outside. */
  private static final Block GLOBAL_6 = block("2000::", 3);

  private static final List<Block> NOT_PUBLIC_6 =
      List.of(
          block("2001::", 23), // protocol assignments: Teredo, benchmarks, ORCHID
          block("2001:db8::", 32), // documentation
          block("3fff::", 20)); // documentation

  /**
   * RFC 2765 translation; Java itself turns the mapped form, ::ffff:0:0/96, into an IPv4 address.
   */
  private static final Block TRANSLATED = block("::ffff:0:0:0", 96);

  private static final Block COMPATIBLE = block("::", 96);
  private static final Block NAT64 = block("64:ff9b::", 96);
  private static final Block SIX_TO_FOUR = block("2002::", 16);

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes));
  }

  private static boolean isPublic6(byte[] bytes) {
    if (TRANSLATED.contains(bytes) || COMPATIBLE.contains(bytes) || NAT64.contains(bytes)) {
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.contains(bytes) && !isPublic4(Arrays.copyOfRange(bytes, 2, 6))) {
      return false;
    }
    if (isIsatap(bytes) && !isPublic4(Arrays.copyOfRange(bytes, 12, 16))) {
      return false;
    }
    return GLOBAL_6.contains(bytes)
        && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
  }

  /** RFC 5214 section 6.1: the interface identifier is 0000:5efe or 0200:5efe and an IPv4. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  private static Block block(String network, int bits) {
    return new Block(InetAddress.ofLiteral(network), bits);
  }

  /** All addresses that begin with the same bits. */
  private record Block(InetAddress network, int bits) {
    boolean contains(byte[] address) {
      byte[] start = network.getAddress();
      int whole = bits / 8;
      if (start.length != address.length || !Arrays.equals(start, 0, whole, address, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      return rest == 0 || ((start[whole] ^ address[whole]) & 0xff) >> (8 - rest) == 0;
    }
  }
}
