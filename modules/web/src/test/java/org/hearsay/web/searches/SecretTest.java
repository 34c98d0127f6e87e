package org.hearsay.web.searches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void aMessageIsSignedAsTheStandardsLibrariesSignIt() {
    Secret secret = Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(
            secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void oneThatIsShownIsReadAgainAndAShortOneRefused() {
    Secret secret = Secret.random();
    assertThat(Secret.parse(secret.text()).sign("a", 1, new byte[0]))
        .isEqualTo(secret.sign("a", 1, new byte[0]));
    for (String wrong : new String[] {"", "whsec_", "whsec_c2hvcnQ=", "not base64!"}) {
      assertThatThrownBy(() -> Secret.parse(wrong))
          .as(wrong)
          .hasMessageContaining("openssl rand -base64 32");
    }
  }
}
