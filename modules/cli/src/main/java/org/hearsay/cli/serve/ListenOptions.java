package org.hearsay.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.cli.options.SettingsProvider;
import org.hearsay.cli.options.UserException;
import org.hearsay.web.WebSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who may look at what is served, and how they reach it. */
public final class ListenOptions {
  /** Fewer characters can be guessed. */
  private static final int SHORTEST_TOKEN = 16;

  private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?");

  @Option(
      names = "--port",
      defaultValue = "8089",
      description = "Where it listens; 0 takes a free port (default: ${DEFAULT-VALUE}).")
  int port = 8089;

  @Option(
      names = "--listen",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address that it listens on (default: ${DEFAULT-VALUE}, for this machine alone). Any"
              + " other wants a token; 0.0.0.0 is every address of this machine.")
  String host = "127.0.0.1";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the token that whoever asks has to know; or it stands in the environment, as"
              + " HEARSAY_TOKEN.")
  @Nullable Path tokenFile;

  @Option(
      names = "--tls",
      paramLabel = "FILE",
      description = "A PKCS 12 file with a certificate and its key, for https.")
  @Nullable Path tls;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description =
          "A file with the password of that file; or it stands in the environment, as"
              + " HEARSAY_TLS_PASSWORD.")
  @Nullable Path tlsPasswordFile;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description =
          "Let pages of another site ask, such as https://desk.example; may be repeated (default:"
              + " none may).")
  List<String> origins = new ArrayList<>();

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "Let it be asked by this name too, such as desk.example; may be repeated (default: by"
              + " localhost and the address that it listens on; with a token by any).")
  List<String> hosts = new ArrayList<>();

  @Option(
      names = "--sql",
      negatable = true,
      fallbackValue = "true",
      description = {
        "Let whoever may ask run SQL of their own (POST /api/sql): it only reads the tables, and"
            + " ends in time.",
        "Unless it is given: off with serve; on with up where that is for this machine alone."
      })
  @Nullable Boolean sql;

  @Option(names = "--open", description = "Open it in the browser of this machine.")
  boolean open;

  @Spec(Spec.Target.MIXEE)
  CommandSpec mixee;

  /** Whether only this machine reaches it. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new UserException("--listen " + host + ": nobody knows that host", e);
    }
  }

  /**
   * The settings.
   *
   * @param sqlUnlessSaid whether SQL of one's own is allowed where the option is not given
   * @throws UserException when they would let strangers in, or a file cannot be used
   */
  public WebSettings settings(boolean sqlUnlessSaid) {
    boolean loopback = isLoopback();
    Optional<String> token = token();
    if (!loopback && token.isEmpty()) {
      throw new UserException(
          "--listen "
              + host
              + " lets others in: give a token that they have to know, by --token-file FILE or"
              + " HEARSAY_TOKEN (such as openssl rand -hex 24 prints)");
    }
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new UserException(
            "--allow-origin " + origin + ": give scheme and host, such as https://desk.example");
      }
    }
    for (String name : hosts) {
      if (!HOST.matcher(name).matches()) {
        throw new UserException(
            "--allow-host "
                + name
                + ": give the name alone, such as desk.example, without https:// and port");
      }
    }
    return WebSettings.local(port)
        .withAccess(host, token, certificate(), origins)
        .withHosts(hosts)
        .withSql(sql == null ? sqlUnlessSaid : sql);
  }

  private Optional<String> token() {
    Optional<String> out = secret(tokenFile, "--token-file", "TOKEN");
    if (out.isPresent()
        && (out.get().length() < SHORTEST_TOKEN || !out.get().matches("[\\x21-\\x7e]+"))) {
      throw new UserException(
          (tokenFile == null ? "HEARSAY_TOKEN" : "--token-file " + tokenFile)
              + ": a token has at least "
              + SHORTEST_TOKEN
              + " letters and digits, without spaces (such as openssl rand -hex 24 prints)");
    }
    return out;
  }

  private Optional<WebSettings.Tls> certificate() {
    if (tls == null) {
      if (tlsPasswordFile != null) {
        throw new UserException("--tls-password-file is for a certificate: give --tls FILE, too");
      }
      return Optional.empty();
    }
    String password = secret(tlsPasswordFile, "--tls-password-file", "TLS_PASSWORD").orElse("");
    try (InputStream in = Files.newInputStream(tls)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      if (store.size() == 0) {
        throw new UserException("--tls " + tls + ": there is no certificate in it");
      }
    } catch (IOException e) {
      throw new UserException(
          "--tls "
              + tls
              + ": "
              + (e.getCause() instanceof GeneralSecurityException
                  ? "the password is wrong: give it by --tls-password-file FILE or"
                      + " HEARSAY_TLS_PASSWORD"
                  : UserException.why(e)),
          e);
    } catch (GeneralSecurityException e) {
      throw new UserException("--tls " + tls + ": " + UserException.why(e), e);
    }
    return Optional.of(new WebSettings.Tls(tls, password));
  }

  private Optional<String> secret(@Nullable Path file, String option, String variable) {
    if (file != null) {
      try {
        return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
      } catch (IOException e) {
        throw new UserException(option + " " + file + ": " + UserException.why(e), e);
      }
    }
    return mixee.defaultValueProvider() instanceof SettingsProvider provider
        ? provider.secret(variable)
        : Optional.empty();
  }

  /** What has to be said of how it listens. */
  public void warn(WebSettings settings, PrintWriter err) {
    if (!isLoopback() && settings.tls().isEmpty()) {
      err.println(
          "hearsay: without TLS whoever is on the way reads the token: give --tls FILE.p12, or let"
              + " only a proxy reach it that has TLS");
    }
  }

  /** The address for a browser. */
  public String address(WebSettings settings, int boundPort) {
    String shown =
        isLoopback() || host.equals("0.0.0.0") || host.equals("::")
            ? "localhost"
            : host.contains(":") ? "[" + host + "]" : host;
    return (settings.tls().isPresent() ? "https" : "http") + "://" + shown + ":" + boundPort;
  }

  /** Opens the address in a browser, where that is wanted. */
  public void openIfWanted(String address, PrintWriter err) {
    if (open && !Browser.open(address)) {
      err.println("hearsay: no browser could be opened here; the address is " + address);
    }
  }
}
