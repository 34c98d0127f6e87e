package org.hearsay.cli.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
  private final LoggerContext context = new LoggerContext();

  private String line(String message, Map<String, String> known, Throwable thrown) {
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("org.hearsay.Some"), Level.WARN, message, thrown, null);
    event.setInstant(Instant.parse("2026-01-12T15:40:00.5Z"));
    event.setThreadName("hearsay-read-StreamThread-1");
    event.setMDCPropertyMap(known);
    return new String(new JsonLines().encode(event), UTF_8);
  }

  @Test
  void aLineSaysWhenWhereOfWhatAndWhy() throws IOException {
    JsonNode line =
        new ObjectMapper()
            .readTree(
                line(
                    "it failed",
                    Map.of("stage", "hearsay-read", "record", "https://ledger.example/a"),
                    new IllegalStateException("no model")));
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly(
            "time", "level", "thread", "logger", "message", "record", "stage", "error");
    assertThat(line.get("time").asText()).isEqualTo("2026-01-12T15:40:00.500Z");
    assertThat(line.get("record").asText()).isEqualTo("https://ledger.example/a");
    assertThat(line.get("error").asText()).contains("no model", "JsonLinesTest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two\nlines\r\n", "\u2028\u0085", "\"{\\", "\u0000\u001b[31m", "\ud800", ""})
  void whateverIsSaidStaysOneObjectOnOneLine(String said) throws IOException {
    String line = line("x" + said, Map.of(), new IllegalStateException(said));
    assertThat(line.strip()).hasLineCount(1);
    assertThat(line).endsWith("\n");
    assertThat(new ObjectMapper().readTree(line).get("message").asText()).startsWith("x");
  }
}
