package org.hearsay.cli.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.TopicAdmin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How to reach a cluster and its registry: the same options on every command that needs them. */
public final class ClusterOptions {
  /** Long enough for a cluster far away, short enough for someone who waits at a terminal. */
  private static final String PATIENCE_MILLISECONDS = "20000";

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka brokers, comma separated (default: ${DEFAULT-VALUE}).")
  public String bootstrapServers = "localhost:9092";

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      defaultValue = "http://localhost:8081",
      description = "Schema registry addresses, comma separated (default: ${DEFAULT-VALUE}).")
  public String schemaRegistry = "http://localhost:8081";

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      defaultValue = Topics.DEFAULT_PREFIX,
      description = "What the topics' names start with (default: ${DEFAULT-VALUE}).")
  public String prefix = Topics.DEFAULT_PREFIX;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Any Kafka client, Streams or registry setting; may be repeated.",
        "In the environment HEARSAY_SET_KEY, in the properties file set.KEY."
      })
  public Map<String, String> given = new LinkedHashMap<>();

  @Spec(Spec.Target.MIXEE)
  public CommandSpec mixee;

  private boolean looked;

  /** The topics' names; how many partitions they have is not known yet. */
  public Topics topics() {
    return new Topics(prefix, Topics.DEFAULT_PARTITIONS);
  }

  /**
   * What is passed through: by the file, the environment, the command; the last of them wins.
   *
   * @throws UserException for a name that is a slip of typing away from a setting
   */
  public Map<String, String> settings() {
    Map<String, String> out = passed();
    if (!looked) {
      looked = true;
      new PassedSettings()
          .check(out, told -> mixee.commandLine().getErr().println("hearsay: " + told));
    }
    return out;
  }

  private Map<String, String> passed() {
    Map<String, String> out = new LinkedHashMap<>();
    if (mixee.defaultValueProvider() instanceof SettingsProvider provider) {
      out.putAll(provider.passedThrough());
    }
    out.putAll(given);
    return out;
  }

  /** The settings that any Kafka client takes. */
  public Map<String, Object> client() {
    Map<String, Object> out = new LinkedHashMap<>(settings());
    out.put("bootstrap.servers", bootstrapServers);
    out.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLISECONDS);
    out.putIfAbsent("request.timeout.ms", "10000");
    return out;
  }

  /** The settings that the Avro serde takes. */
  public Map<String, Object> registry() {
    Map<String, Object> out = new LinkedHashMap<>(settings());
    out.put("schema.registry.url", schemaRegistry);
    return out;
  }

  /**
   * The serdes with the given settings.
   *
   * @throws UserException when a setting is missing or wrong
   */
  public static AvroSerdes serdes(Map<String, Object> settings) {
    try {
      return AvroSerdes.create(settings);
    } catch (IllegalArgumentException | KafkaException e) {
      throw new UserException("wrong registry setting: " + UserException.why(e), e);
    }
  }

  /** What is done with the topics of a cluster. */
  @FunctionalInterface
  public interface TopicWork<T> {
    /** Does it. */
    T with(TopicAdmin admin) throws ExecutionException, InterruptedException;
  }

  /**
   * Does something with the cluster's topics.
   *
   * @throws UserException when the cluster does not answer or refuses
   */
  public <T> T admin(TopicWork<T> work) throws InterruptedException {
    return with(admin -> work.with(new TopicAdmin(admin)));
  }

  /** What is done with a cluster. */
  @FunctionalInterface
  public interface ClusterWork<T> {
    /** Does it. */
    T with(Admin admin) throws ExecutionException, InterruptedException;
  }

  /**
   * Does something with the cluster.
   *
   * @throws UserException when the cluster does not answer or refuses
   */
  public <T> T with(ClusterWork<T> work) throws InterruptedException {
    try (Admin admin = Admin.create(client())) {
      return work.with(admin);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new UserException(
            "no Kafka broker answers at "
                + bootstrapServers
                + ": check --bootstrap-servers (HEARSAY_BOOTSTRAP_SERVERS), and the security"
                + " settings if the cluster wants any ("
                + UserException.why(e)
                + ")",
            e);
      }
      throw new UserException(
          "the cluster at " + bootstrapServers + " refused: " + UserException.why(e), e);
    } catch (KafkaException e) {
      throw new UserException(
          "cannot reach the cluster at " + bootstrapServers + ": " + UserException.why(e), e);
    }
  }

  /**
   * Asks whether topics exist, before a client waits for them in vain.
   *
   * @throws UserException when one does not, or the cluster does not answer
   */
  public void require(List<? extends Topic<?>> wanted) throws InterruptedException {
    List<String> missing = admin(admin -> admin.missing(wanted));
    if (!missing.isEmpty()) {
      throw new UserException(
          "the cluster at "
              + bootstrapServers
              + " has no topic "
              + String.join(", ", missing)
              + "; create it with hearsay topics create, or check --prefix");
    }
  }
}
