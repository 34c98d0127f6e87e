package org.hearsay.registry;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key stores made for one test run, of keys that nobody else has. */
final class KeyStores {
  static final String PASSWORD = "only-for-this-test";

  private KeyStores() {}

  /** A new key with a certificate of its own for this machine. */
  static Path key(Path folder, String name) throws Exception {
    Path out = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                out.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return out;
  }

  /** A trust store with the certificate of a key store that {@link #key} made. */
  static Path trust(Path keyStore, String name) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(name, load(keyStore).getCertificate(name));
    Path out = keyStore.resolveSibling(name + "-trust.p12");
    try (OutputStream file = Files.newOutputStream(out)) {
      trusted.store(file, PASSWORD.toCharArray());
    }
    return out;
  }

  /** What a server speaks TLS with. */
  static SSLContext context(Path keyStore, Path trustStore) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(keyStore), PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load(trustStore));
    SSLContext out = SSLContext.getInstance("TLS");
    out.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return out;
  }

  private static KeyStore load(Path file) throws Exception {
    KeyStore out = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      out.load(in, PASSWORD.toCharArray());
    }
    return out;
  }
}
