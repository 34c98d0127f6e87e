package org.hearsay.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.hearsay.registry.RegistryException.Reason;

/**
 * The Confluent client. The only class that knows the names under which the client is packaged.
 *
 * <p>An address {@code mock://scope} gives a registry in this JVM, shared by all that name the same
 * scope.
 */
final class ConfluentSchemaRegistry implements SchemaRegistry {

  private static final int NOT_FOUND = 404;
  private static final int CACHED_SCHEMAS = 1000;
  private static final String HEADER_PREFIX = "request.header.";

  private final SchemaRegistryClient client;
  private final String addresses;

  ConfluentSchemaRegistry(List<String> addresses, Map<String, ?> config) {
    this.addresses = String.join(", ", addresses);
    Map<String, String> headers = new HashMap<>();
    config.forEach(
        (key, value) -> {
          if (key.startsWith(HEADER_PREFIX)) {
            headers.put(key.substring(HEADER_PREFIX.length()), String.valueOf(value));
          }
        });
    this.client =
        SchemaRegistryClientFactory.newClient(
            addresses, CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), config, headers);
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
    return ask(() -> client.getSchemaById(id).canonicalString());
  }

  @Override
  public Registered latest(String subject) throws RegistryFailure {
    SchemaMetadata latest = ask(() -> client.getLatestSchemaMetadata(subject));
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
          reason(e.getStatus()), "the registry at " + addresses + " says: " + e.getMessage(), e);
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
      case 502, 503, 504 -> Reason.UNREACHABLE;
      default -> Reason.REFUSED;
    };
  }
}
