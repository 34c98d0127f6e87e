package org.hearsay.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.SchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.hearsay.registry.RegistryException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The Confluent client. The only class that knows the names under which the client is packaged.
 *
 * <p>An address {@code mock://scope} gives a registry in this JVM, shared by all that name the same
 * scope.
 */
final class ConfluentSchemaRegistry implements SchemaRegistry {

  private static final int NOT_FOUND = 404;
  private static final int SERVER_TROUBLE = 500;
  private static final int CACHED_SCHEMAS = 1000;
  private static final String HEADER_PREFIX = "request.header.";
  private static final String MOCK = "mock://";
  private static final String AVRO = AvroSchema.TYPE;

  /** A name and a password in an address, which no message repeats. */
  private static final Pattern SECRET = Pattern.compile("//[^/@,\\s]*@");

  private final SchemaRegistryClient client;

  /** What the client asks with; none where the registry is in this JVM. */
  private final @Nullable RestService rest;

  private final String addresses;

  ConfluentSchemaRegistry(List<String> addresses, Map<String, ?> config) {
    this.addresses = SECRET.matcher(String.join(", ", addresses)).replaceAll("//***@");
    Map<String, String> headers = new HashMap<>();
    config.forEach(
        (key, value) -> {
          if (key.startsWith(HEADER_PREFIX)) {
            headers.put(key.substring(HEADER_PREFIX.length()), String.valueOf(value));
          }
        });
    List<SchemaProvider> forms = List.of(new AvroSchemaProvider());
    if (addresses.stream().anyMatch(address -> address.startsWith(MOCK))) {
      this.rest = null;
      this.client =
          SchemaRegistryClientFactory.newClient(addresses, CACHED_SCHEMAS, forms, config, headers);
    } else {
      RestService asked = new RestService(addresses);
      this.rest = asked;
      this.client = new CachedSchemaRegistryClient(asked, CACHED_SCHEMAS, forms, config, headers);
    }
  }

  @Override
  public int register(String subject, String schemaJson) throws RegistryFailure {
    return ask(() -> client.register(subject, new AvroSchema(schemaJson)));
  }

  @Override
  public int idOf(String subject, String schemaJson) throws RegistryFailure {
    return ask(() -> client.getId(subject, new AvroSchema(schemaJson)));
  }

  @Override
  public String schemaById(int id) throws RegistryFailure {
    RestService asked = rest;
    if (asked == null) {
      return ask(() -> client.getSchemaById(id).canonicalString());
    }
    // Asked first and read then: of a schema that it cannot read the client says no more than when
    // nobody answers.
    SchemaString found = ask(() -> asked.getId(id));
    requireAvro(found.getSchemaType(), Reason.NOT_AVRO);
    List<SchemaReference> parts = found.getReferences();
    Optional<ParsedSchema> schema = client.parseSchema(AVRO, found.getSchemaString(), parts);
    if (schema.isEmpty()) {
      // One of its parts may be what the registry did not give.
      for (SchemaReference part : parts) {
        ask(() -> asked.getVersion(part.getSubject(), part.getVersion()));
      }
      throw new RegistryFailure(
          Reason.NOT_AVRO, "what the registry has under this id is no valid Avro schema", null);
    }
    // With its parts in it.
    return String.valueOf(schema.get().rawSchema());
  }

  /**
   * @param type as the registry names it; none is Avro
   */
  private static void requireAvro(@Nullable String type, Reason otherwise) throws RegistryFailure {
    if (type != null && !type.equals(AVRO)) {
      throw new RegistryFailure(
          otherwise, "the registry's schema is of the type " + type + ", not Avro", null);
    }
  }

  @Override
  public Registered latest(String subject) throws RegistryFailure {
    SchemaMetadata latest = ask(() -> client.getLatestSchemaMetadata(subject));
    requireAvro(latest.getSchemaType(), Reason.INCOMPATIBLE);
    return new Registered(latest.getId(), latest.getSchema());
  }

  @Override
  public void setCompatibility(String subject, String level) throws RegistryFailure {
    try {
      ask(() -> client.updateCompatibility(subject, level));
    } catch (RegistryFailure e) {
      if (e.reason() != Reason.INCOMPATIBLE) {
        throw e;
      }
      // Apicurio says so when another client made the rule between its look and its write; now
      // there is one to change.
      ask(() -> client.updateCompatibility(subject, level));
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Request<T> {
    T send() throws IOException, RestClientException;
  }

  private <T> T ask(Request<T> request) throws RegistryFailure {
    try {
      return request.send();
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND && e.getErrorCode() / 100 != NOT_FOUND) {
        // A registry gives codes of five digits for what it does not have.
        throw new RegistryFailure(
            Reason.UNREACHABLE,
            "no schema registry is at "
                + addresses
                + ", something else answers there (404): check the path in schema.registry.url",
            e);
      }
      throw new RegistryFailure(
          reason(e.getStatus()),
          "the registry at " + addresses + " says: " + e.getMessage() + advice(e.getStatus()),
          e);
    } catch (IOException e) {
      throw new RegistryFailure(
          Reason.UNREACHABLE,
          "no schema registry answers at "
              + addresses
              + " ("
              + (e instanceof ConnectException ? "nothing listens there" : e.getMessage())
              + "). "
              + (e instanceof SSLException
                  ? "Check schema.registry.ssl.truststore.location, which must hold its certificate."
                  : "Check schema.registry.url and that the registry runs."),
          e);
    }
  }

  private static Reason reason(int status) {
    return switch (status) {
      case NOT_FOUND -> Reason.UNKNOWN_SCHEMA;
      case 409 -> Reason.INCOMPATIBLE;
      // It is overloaded, or what it stands on is away.
      case 408, 429 -> Reason.UNREACHABLE;
      default -> status >= SERVER_TROUBLE ? Reason.UNREACHABLE : Reason.REFUSED;
    };
  }

  private static String advice(int status) {
    return switch (status) {
      case 401 ->
          " (401: it does not know who asks; check basic.auth.credentials.source and"
              + " basic.auth.user.info, or bearer.auth.credentials.source and bearer.auth.token)";
      case 403 ->
          " (403: who asks may not do this; give them the right to read the subject, and to write it"
              + " where auto.register.schemas is true)";
      default -> " (" + status + ")";
    };
  }
}
