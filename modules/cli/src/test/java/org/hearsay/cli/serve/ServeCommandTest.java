package org.hearsay.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hearsay.cli.Hearsay;
import org.hearsay.web.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Who may look, and what is refused. */
class ServeCommandTest {
  private static final String TOKEN = "0123456789abcdef";

  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  /** The one line that is said of what has to fail. */
  private String refused(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = Hearsay.commandLine(environment, () -> false);
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "serve";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(line.execute(all)).as("%s", List.of(arguments)).isNotZero();
    assertThat(err.toString().lines()).as("%s", err).hasSize(1);
    return err.toString();
  }

  private WebSettings settings(String... arguments) {
    CommandLine line = Hearsay.commandLine(environment, () -> false);
    CommandLine serve = Objects.requireNonNull(line.getSubcommands().get("serve"));
    String[] all = new String[arguments.length + 1];
    all[0] = "serve";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    line.parseArgs(all);
    CommandSpec listen = Objects.requireNonNull(serve.getCommandSpec().mixins().get("listen"));
    return ((ListenOptions) listen.userObject()).settings(false);
  }

  @Test
  void onlyThisMachineReachesItWithoutAToken() throws IOException {
    assertThat(settings().token()).isEmpty();
    assertThat(refused("--listen", "0.0.0.0")).contains("--token-file", "HEARSAY_TOKEN");
    assertThat(refused("--listen", "::")).contains("--token-file");
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    assertThat(settings("--listen", "0.0.0.0", "--token-file", file.toString()).token())
        .contains(TOKEN);
    environment.put("HEARSAY_TOKEN", "secret");
    assertThat(refused("--listen", "0.0.0.0")).contains("HEARSAY_TOKEN", "16 letters");
    environment.put("HEARSAY_TOKEN", TOKEN);
    assertThat(settings("--listen", "0.0.0.0").token()).contains(TOKEN);
    assertThat(settings().token()).as("also on this machine").contains(TOKEN);
  }

  @Test
  void aCertificateThatCannotBeUsedIsRefusedBeforeAnythingIsRead()
      throws IOException, GeneralSecurityException {
    assertThat(refused("--tls", folder.resolve("none.p12").toString())).contains("no such file");
    Path file = folder.resolve("empty.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "secret".toCharArray());
    }
    assertThat(refused("--tls", file.toString())).contains("password", "HEARSAY_TLS_PASSWORD");
    environment.put("HEARSAY_TLS_PASSWORD", "secret");
    assertThat(refused("--tls", file.toString())).contains("no certificate");
  }

  @Test
  void sqlOfOnesOwnIsOffUntilItIsAllowed() {
    assertThat(settings().sql()).isFalse();
    assertThat(settings("--sql").sql()).isTrue();
    assertThat(settings("--no-sql").sql()).isFalse();
    environment.put("HEARSAY_SQL", "true");
    assertThat(settings().sql()).isTrue();
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThat(refused("--pages", "a", "--file", "b")).contains("one of --file, --store, --pages");
    assertThat(refused("--pages", "a", "--days", "3")).contains("--days");
    assertThat(refused("--allow-origin", "desk")).contains("https://desk.example");
    assertThat(refused("--allow-host", "https://desk.example"))
        .contains("the name alone, such as desk.example");
    assertThat(refused("--allow-host", "desk.example:8089")).contains("port");
    assertThat(settings("--allow-host", "desk.example", "--allow-host", "Desk").names().hosts())
        .containsExactly("desk.example", "Desk");
    assertThat(refused("--store", folder.resolve("none").toString())).contains("no such store");
    assertThat(settings("--allow-origin", "https://desk.example").names().origins())
        .isEqualTo(List.of("https://desk.example"));
    assertThat(Optional.of(settings("--port", "0").port())).contains(0);
  }
}
