package dev.transponder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdminGuardTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1:8081, true",
    "192.0.2.1, 192.0.2.2:8081, false",
    "192.0.2.1, localhost, true",
    "0.0.0.0, 192.0.2.2:8081, true",
    "0.0.0.0, [2001:db8::1]:8081, true",
    "0.0.0.0, feeds.example:8081, false",
    "2001:db8::1, [2001:db8::1]:8081, true",
    "2001:db8::1, [2001:db8::2]:8081, false",
    "127.0.0.1, '', false",
    "127.0.0.1, localhost:, false",
    "127.0.0.1, localhost@evil, false"
  })
  void theHostIsTheAdminAddressOrThisMachine(String admin, String host, boolean accepted) {
    AdminGuard guard = new AdminGuard(new InetSocketAddress(InetAddress.ofLiteral(admin), 8081));
    HttpFields headers = HttpFields.build().put("Host", host);
    assertThat(guard.refusal(headers) == null).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"feeds.internal:8081, true", "FEEDS.internal, true", "other.internal, false"})
  void aNameInFeedsYmlIsTheHostToo(String host, boolean accepted) throws Exception {
    InetAddress named = InetAddress.getByAddress("feeds.internal", new byte[] {10, 0, 0, 1});
    AdminGuard guard = new AdminGuard(new InetSocketAddress(named, 8081));
    HttpFields headers = HttpFields.build().put("Host", host);
    assertThat(guard.refusal(headers) == null).isEqualTo(accepted);
  }
}
