package org.hearsay.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts are fiction. */
class ExamplesCommandTest {
  @TempDir Path folder;

  private JsonNode first(String name) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readAllLines(folder.resolve("out").resolve(name)).get(0));
  }

  @Test
  void attributionsAndMentionsAreGivenAsWords() throws IOException {
    Path claims =
        Files.writeString(
            folder.resolve("claims.jsonl"),
            """
            {"id": "a", "text": "It rains, said Mara Lind.", "attributions": [{"source": [[15, 24]], \
            "cue": [[10, 14]], "content": [[0, 8]]}]}
            """);
    Path tone =
        Files.writeString(
            folder.resolve("tone.jsonl"),
            """
            {"id": "t", "text": "Old Mara Lind lied.", "start": 4, "end": 13, "label": -1}
            """);
    Path texts =
        Files.writeString(
            folder.resolve("texts.jsonl"),
            """
            {"text": "On the second day the ministers met Mara Lind and her envoys near the old bridge."}
            """);
    int status =
        TrainCommand.commandLine()
            .execute(
                "examples",
                "--claims",
                claims.toString(),
                "--tone",
                tone.toString(),
                "--texts",
                texts.toString(),
                "--out",
                folder.resolve("out").toString());
    assertThat(status).isZero();

    JsonNode paragraph = first("claims.jsonl");
    assertThat(paragraph.get("pieces")).hasSize(7);
    assertThat(paragraph.get("shapes").toString()).isEqualTo("[1,0,0,0,1,1,0]");
    assertThat(paragraph.get("attributions").toString())
        .isEqualTo("[{\"cue\":[3],\"source\":[4,5],\"content\":[0,1]}]");
    assertThat(first("tone.jsonl").get("mention").toString()).isEqualTo("[1,3]");
    assertThat(first("tone.jsonl").get("label").asInt()).isEqualTo(1);
    assertThat(first("texts.jsonl").get("attributions")).isEmpty();
    assertThat(first("mentions.jsonl").get("mention").toString()).isEqualTo("[7,9]");
    assertThat(first("mentions.jsonl").has("label")).isFalse();
    for (String start : List.of("student.safetensors", "teacher.safetensors")) {
      assertThat(folder.resolve("out").resolve(start)).isNotEmptyFile();
    }
  }
}
