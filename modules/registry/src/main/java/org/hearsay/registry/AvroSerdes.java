package org.hearsay.registry;

import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * The serdes of one schema registry. They share its client and what it has answered.
 *
 * <p>Settings have the names that the Confluent serializers use:
 *
 * <ul>
 *   <li>{@code schema.registry.url}: one address, or several with commas between them
 *   <li>{@code auto.register.schemas} (true), {@code use.latest.version} (false)
 *   <li>{@code key.subject.name.strategy}, {@code value.subject.name.strategy} (TopicNameStrategy)
 *   <li>{@code hearsay.compatibility} (FULL_TRANSITIVE): the rule a subject gets when a schema is
 *       registered; NONE leaves the registry's own
 *   <li>{@code hearsay.registry.patience.ms} (0): how long a registry that is away is asked again
 *       before a record fails for it
 *   <li>an address {@code mock://NAME} is a registry in this JVM, for tests
 *   <li>{@code basic.auth.*}, {@code bearer.auth.*}, {@code schema.registry.ssl.*} and all others
 *       go to the client
 * </ul>
 */
public final class AvroSerdes implements AutoCloseable {

  /** The setting for the compatibility rule of subjects that get a schema. */
  public static final String COMPATIBILITY = "hearsay.compatibility";

  /** The setting for how long a registry that is away is waited for, in milliseconds. */
  public static final String PATIENCE = "hearsay.registry.patience.ms";

  /** The names that the settings may have which are not of TLS (those of Kafka, prefixed). */
  private static final Set<String> SETTINGS =
      Set.of(
          "schema.registry.url",
          "auto.register.schemas",
          "use.latest.version",
          "key.subject.name.strategy",
          "value.subject.name.strategy",
          COMPATIBILITY,
          PATIENCE,
          "basic.auth.credentials.source",
          "basic.auth.user.info",
          "schema.registry.basic.auth.user.info",
          "bearer.auth.credentials.source",
          "bearer.auth.token",
          "bearer.auth.issuer.endpoint.url",
          "bearer.auth.client.id",
          "bearer.auth.client.secret",
          "bearer.auth.scope",
          "bearer.auth.scope.claim.name",
          "bearer.auth.sub.claim.name",
          "bearer.auth.logical.cluster",
          "bearer.auth.identity.pool.id",
          "bearer.auth.cache.expiry.buffer.seconds",
          "bearer.auth.custom.provider.class",
          "http.connect.timeout.ms",
          "http.read.timeout.ms",
          "proxy.host",
          "proxy.port",
          "missing.cache.size",
          "missing.id.cache.ttl.sec",
          "missing.version.cache.ttl.sec",
          "missing.schema.cache.ttl.sec");

  private final SchemaRegistry registry;
  private final SerdeConfig config;
  private final Schemas schemas;

  AvroSerdes(SchemaRegistry registry, SerdeConfig config) {
    this.registry = registry;
    this.config = config;
    this.schemas = new Schemas(registry, config);
  }

  /**
   * Makes serdes from settings. Nothing is sent to the registry yet.
   *
   * @throws IllegalArgumentException if a setting is missing or wrong
   */
  public static AvroSerdes create(Map<String, ?> config) {
    SerdeConfig read = SerdeConfig.of(config);
    return new AvroSerdes(new ConfluentSchemaRegistry(read.addresses(), config), read);
  }

  /**
   * The names of all settings but {@code schema.registry.ssl.*}, which are Kafka's for TLS, and
   * {@code request.header.*}.
   */
  public static Set<String> settings() {
    return SETTINGS;
  }

  /** A serde for the values of topics. */
  public <T extends SpecificRecord> AvroSerde<T> value(Class<T> type) {
    return new AvroSerde<>(type, schemas, config.valueSubjects(), false);
  }

  /** A serde for the keys of topics. */
  public <T extends SpecificRecord> AvroSerde<T> key(Class<T> type) {
    return new AvroSerde<>(type, schemas, config.keySubjects(), true);
  }

  /** Closes the client. The serdes must not be used afterwards. */
  @Override
  public void close() {
    registry.close();
  }
}
