package org.hearsay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.hearsay.local.LocalRegistry;
import org.hearsay.records.test.Sighting;
import org.hearsay.registry.RegistryException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A registry that wants to know who asks, and one that speaks TLS, with Confluent's settings. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class RegistrySecurityIT {

  private static final Sighting SIGHTING = new Sighting("page", Instant.EPOCH, "outlet");
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("reader:secret".getBytes(StandardCharsets.UTF_8));

  private LocalRegistry registry;
  private Path serverKey;
  private Path serverTrust;
  private Path clientKey;
  private SSLContext tls;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    registry = LocalRegistry.start(LocalRegistry.home(), folder.resolve("registry"));
    serverKey = KeyStores.key(folder, "server");
    serverTrust = KeyStores.trust(serverKey, "server");
    clientKey = KeyStores.key(folder, "client");
    tls = KeyStores.context(serverKey, KeyStores.trust(clientKey, "client"));
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  @Test
  void aNameAndAPasswordAreGiven() throws Exception {
    try (RegistryFront front = RegistryFront.start(registry.url(), BASIC, null, false)) {
      assertRoundTrip(
          "basic",
          front.url(),
          Map.of(
              "basic.auth.credentials.source", "USER_INFO",
              "basic.auth.user.info", "reader:secret"));
      assertRoundTrip(
          "basic-url",
          "http://reader:secret@" + front.hostAndPort(),
          Map.of("basic.auth.credentials.source", "URL"));
    }
  }

  @Test
  void aWrongPasswordIsRefusedWithTheRegistrysReason() throws Exception {
    try (RegistryFront front = RegistryFront.start(registry.url(), BASIC, null, false)) {
      assertRefused(
          front.url(),
          Map.of(
              "basic.auth.credentials.source", "USER_INFO",
              "basic.auth.user.info", "reader:guess"));
      assertRefused(front.url(), Map.of());
    }
  }

  @Test
  void aTokenIsGiven() throws Exception {
    try (RegistryFront front = RegistryFront.start(registry.url(), "Bearer t0ken", null, false)) {
      assertRoundTrip(
          "bearer",
          front.url(),
          Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken"));
    }
  }

  @Test
  void aTrustStoreIsUsed() throws Exception {
    try (RegistryFront front = RegistryFront.start(registry.url(), BASIC, tls, false)) {
      Map<String, Object> settings = new HashMap<>(trust());
      settings.put("basic.auth.credentials.source", "USER_INFO");
      settings.put("basic.auth.user.info", "reader:secret");
      assertRoundTrip("tls", front.url(), settings);
      // The first address is dead, the second wants all of it.
      assertRoundTrip("tls-second", "https://127.0.0.1:1," + front.url(), settings);
    }
  }

  @Test
  void aCertificateOfTheClientIsShown() throws Exception {
    try (RegistryFront front = RegistryFront.start(registry.url(), null, tls, true)) {
      Map<String, Object> settings = new HashMap<>(trust());
      settings.put("schema.registry.ssl.keystore.location", clientKey.toString());
      settings.put("schema.registry.ssl.keystore.password", KeyStores.PASSWORD);
      settings.put("schema.registry.ssl.keystore.type", "PKCS12");
      settings.put("schema.registry.ssl.key.password", KeyStores.PASSWORD);
      assertRoundTrip("mutual", front.url(), settings);
    }
  }

  @Test
  void aRegistryThatIsNotTrustedIsNamedWithTheSetting() throws Exception {
    try (RegistryFront front = RegistryFront.start(registry.url(), null, tls, false)) {
      assertThatExceptionOfType(RegistryException.class)
          .isThrownBy(() -> write("untrusted", front.url(), Map.of()))
          .withMessageContaining("Topic untrusted, subject untrusted-value")
          .withMessageContaining(front.url())
          .withMessageContaining("schema.registry.ssl.truststore.location")
          .extracting(RegistryException::reason)
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  private Map<String, Object> trust() {
    return Map.of(
        "schema.registry.ssl.truststore.location",
        serverTrust.toString(),
        "schema.registry.ssl.truststore.password",
        KeyStores.PASSWORD,
        "schema.registry.ssl.truststore.type",
        "PKCS12");
  }

  private static void assertRoundTrip(String topic, String url, Map<String, Object> settings) {
    byte[] bytes = write(topic, url, settings);
    try (AvroSerdes serdes = serdes(url, settings)) {
      assertThat(serdes.value(Sighting.class).deserializer().deserialize(topic, bytes))
          .isEqualTo(SIGHTING);
    }
  }

  private static void assertRefused(String url, Map<String, Object> settings) {
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> write("refused", url, settings))
        .withMessageContaining("Topic refused, subject refused-value")
        .withMessageContaining("who are you?")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.REFUSED);
  }

  private static byte[] write(String topic, String url, Map<String, Object> settings) {
    try (AvroSerdes serdes = serdes(url, settings)) {
      return serdes.value(Sighting.class).serializer().serialize(topic, SIGHTING);
    }
  }

  private static AvroSerdes serdes(String url, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("schema.registry.url", url);
    return AvroSerdes.create(all);
  }
}
