package org.hearsay.registry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.hearsay.registry.RegistryException.Reason;
import org.hearsay.registry.SchemaRegistry.Registered;
import org.jspecify.annotations.Nullable;

/** The ids and schemas of one registry, each asked for once. Safe for use by several threads. */
final class Schemas {

  private record Key(String subject, Schema schema) {}

  /** The id to write before a record, and the schema to write it with. */
  record Writer(int id, Schema schema) {}

  private final SchemaRegistry registry;
  private final SerdeConfig config;
  private final ConcurrentMap<Key, Writer> writers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Schema> byId = new ConcurrentHashMap<>();

  Schemas(SchemaRegistry registry, SerdeConfig config) {
    this.registry = registry;
    this.config = config;
  }

  /** What a record is written with. A registry that is away is waited for. */
  Writer writer(String topic, String subject, Schema schema) {
    return writer(topic, subject, schema, config.patience());
  }

  /** The same; a registry that is away is an error at once. */
  Writer writerNow(String topic, String subject, Schema schema) {
    return writer(topic, subject, schema, Patience.NONE);
  }

  private Writer writer(String topic, String subject, Schema schema, Patience patience) {
    Key key = new Key(subject, schema);
    Writer known = writers.get(key);
    if (known != null) {
      return known;
    }
    // Not under the map's lock: a slow registry must not hold up other subjects. Two threads may
    // both ask, and get the same id.
    Writer writer;
    try {
      writer = patience.ask(() -> ask(subject, schema));
    } catch (RegistryFailure e) {
      throw failure(e, topic, subject, null);
    }
    writers.put(key, writer);
    return writer;
  }

  Schema byId(String topic, String subject, int id) {
    Schema known = byId.get(id);
    if (known != null) {
      return known;
    }
    Schema schema;
    try {
      schema = new Schema.Parser().parse(config.patience().ask(() -> registry.schemaById(id)));
    } catch (RegistryFailure e) {
      throw failure(e, topic, subject, id);
    } catch (AvroRuntimeException e) {
      throw new RegistryException(
          Reason.NOT_AVRO,
          topic,
          subject,
          id,
          "the registry's schema with this id is no Avro schema: " + e.getMessage(),
          e);
    }
    byId.put(id, schema);
    return schema;
  }

  private Writer ask(String subject, Schema schema) throws RegistryFailure {
    String json = schema.toString();
    if (config.autoRegister()) {
      return new Writer(register(subject, json), schema);
    }
    if (config.useLatest()) {
      Registered latest = registry.latest(subject);
      return new Writer(latest.id(), new Schema.Parser().parse(latest.schemaJson()));
    }
    return new Writer(registry.idOf(subject, json), schema);
  }

  private int register(String subject, String json) throws RegistryFailure {
    if (config.compatibility().equals(SerdeConfig.NONE)) {
      return registry.register(subject, json);
    }
    try {
      registry.setCompatibility(subject, config.compatibility());
    } catch (RegistryFailure e) {
      if (e.reason() != Reason.UNKNOWN_SCHEMA) {
        throw e;
      }
      // Apicurio knows a subject's rule only once the subject has a schema, and the first schema
      // fits any rule: the rule follows it.
      int id = registry.register(subject, json);
      registry.setCompatibility(subject, config.compatibility());
      return id;
    }
    return registry.register(subject, json);
  }

  private static RegistryException failure(
      RegistryFailure failure, String topic, String subject, @Nullable Integer id) {
    return new RegistryException(
        failure.reason(), topic, subject, id, String.valueOf(failure.getMessage()), failure);
  }
}
