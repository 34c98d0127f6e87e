package org.hearsay.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hearsay.records.test.Sighting;
import org.hearsay.registry.RegistryException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made of each answer that a registry, or what stands before it, may give. */
@Timeout(120)
class RegistryAnswersTest {
  private static final String SCHEMA =
      "{\"schema\":\"" + Sighting.getClassSchema().toString().replace("\"", "\\\"") + "\"}";
  private static final String REFERRING =
      "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"R\\\",\\\"fields\\\":"
          + "[{\\\"name\\\":\\\"k\\\",\\\"type\\\":\\\"parts.Kind\\\"}]}\",\"references\":"
          + "[{\"name\":\"parts.Kind\",\"subject\":\"parts.Kind\",\"version\":1}]}";

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  private record Answer(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.incrementAndGet();
            // The last one is given for ever.
            Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            byte[] body = answer.body.getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How what is done with the registry fails. */
  private RegistryException failureOf(Map<String, Object> more, Consumer<AvroSerdes> work) {
    Map<String, Object> settings = new HashMap<>(Map.of("schema.registry.url", url()));
    settings.putAll(more);
    return catchThrowableOfType(
        RegistryException.class,
        () -> {
          try (AvroSerdes serdes = AvroSerdes.create(settings)) {
            work.accept(serdes);
          }
        });
  }

  private RegistryException failureOfReading(Map<String, Object> more) {
    byte[] record = ByteBuffer.allocate(5).putInt(1, 7).array();
    return failureOf(
        more, serdes -> serdes.value(Sighting.class).deserializer().deserialize("t", record));
  }

  private RegistryException failure(int status, String body) {
    answers.clear();
    answers.add(new Answer(status, body));
    return failureOfReading(Map.of());
  }

  private void requireReason(Reason reason, boolean ofTheRecord, int status, String body) {
    RegistryException failure = failure(status, body);
    assertThat(failure.reason()).as(status + " " + body + ": " + failure).isEqualTo(reason);
    assertThat(failure.isFaultOfTheRecord()).as(failure.toString()).isEqualTo(ofTheRecord);
    assertThat(failure).hasMessageContaining("Topic t, subject t-value, schema id 7");
  }

  @Test
  void whatIsAwayOrOverloadedIsNoFaultOfTheRecord() {
    for (int status : new int[] {408, 429, 500, 502, 503, 504}) {
      requireReason(Reason.UNREACHABLE, false, status, "");
      requireReason(Reason.UNREACHABLE, false, status, "<html>Bad gateway</html>");
      requireReason(
          Reason.UNREACHABLE, false, status, "{\"error_code\":50001,\"message\":\"no store\"}");
    }
    requireReason(Reason.UNREACHABLE, false, 404, "<html>nothing here</html>");
    requireReason(Reason.UNREACHABLE, false, 200, "<html>please sign in</html>");
  }

  @Test
  void whoMayNotAskIsToldWhichSettingToLookAt() {
    requireReason(Reason.REFUSED, false, 401, "");
    requireReason(Reason.REFUSED, false, 403, "<html>no</html>");
    assertThat(failure(401, "{\"error_code\":40101,\"message\":\"who are you?\"}"))
        .hasMessageContaining(url())
        .hasMessageContaining("who are you?")
        .hasMessageContaining("401: it does not know who asks; check basic.auth");
    assertThat(failure(403, "{\"error_code\":40301,\"message\":\"not yours\"}"))
        .hasMessageContaining("not yours")
        .hasMessageContaining("403: who asks may not do this");
  }

  @Test
  void whatIsNotThereOrNotAvroIsTheRecordsFault() {
    requireReason(
        Reason.UNKNOWN_SCHEMA, true, 404, "{\"error_code\":40403,\"message\":\"no schema 7\"}");
    requireReason(
        Reason.NOT_AVRO, true, 200, "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"a\\\":1}\"}");
    requireReason(
        Reason.NOT_AVRO, true, 200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}");
    requireReason(Reason.NOT_AVRO, true, 200, "{\"schemaType\":\"RAML\",\"schema\":\"x\"}");
    requireReason(Reason.NOT_AVRO, true, 200, "{\"schema\":\"{\\\"type\\\":\\\"none\\\"}\"}");
  }

  @Test
  void aSchemaWhosePartIsNotGivenNowIsNoFaultOfTheRecord() {
    answers.add(new Answer(200, REFERRING));
    answers.add(new Answer(503, ""));
    RegistryException failure = failureOfReading(Map.of());
    assertThat(failure.reason()).as(failure.toString()).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void aRegistryThatIsAwayIsAskedAgainForAWhileAndOneThatRefusesIsNot() {
    answers.add(new Answer(503, ""));
    answers.add(new Answer(503, ""));
    answers.add(new Answer(200, SCHEMA));
    // The five bytes are no whole record: its schema has been read then.
    RegistryException failure = failureOfReading(Map.of(AvroSerdes.PATIENCE, 60_000));
    assertThat(failure.reason()).as(failure.toString()).isEqualTo(Reason.DAMAGED);
    assertThat(asked).hasValue(3);

    asked.set(0);
    answers.clear();
    answers.add(new Answer(401, ""));
    failure = failureOfReading(Map.of(AvroSerdes.PATIENCE, 60_000));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(asked).hasValue(1);
  }

  @Test
  void aRegistryThatStaysAwayIsGivenUp() {
    answers.add(new Answer(503, ""));
    RegistryException failure = failureOfReading(Map.of(AvroSerdes.PATIENCE, 300));
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(asked.get()).isGreaterThan(1);
  }

  @Test
  void aStageThatStartsDoesNotWaitForARegistryThatIsAway() {
    answers.add(new Answer(503, ""));
    RegistryException failure =
        failureOf(
            Map.of(AvroSerdes.PATIENCE, 600_000),
            serdes -> serdes.value(Sighting.class).prepare("t"));
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void whatIsMissingForWritingIsNoFaultOfTheRecord() {
    answers.add(new Answer(404, "{\"error_code\":40401,\"message\":\"no subject\"}"));
    RegistryException failure =
        failureOf(
            Map.of("auto.register.schemas", false),
            serdes ->
                serdes
                    .value(Sighting.class)
                    .serializer()
                    .serialize("t", new Sighting("page", Instant.EPOCH, null)));
    assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
    assertThat(failure.isFaultOfTheRecord()).isFalse();
  }

  @Test
  void aPasswordInTheAddressIsNotTold() {
    answers.add(new Answer(401, ""));
    RegistryException failure =
        failureOfReading(
            Map.of(
                "schema.registry.url",
                url().replace("//", "//reader:secret@"),
                "basic.auth.credentials.source",
                "URL"));
    assertThat(failure).hasMessageContaining("127.0.0.1");
    assertThat(failure.toString()).doesNotContain("secret");
  }
}
