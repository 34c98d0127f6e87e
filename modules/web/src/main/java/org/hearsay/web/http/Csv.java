package org.hearsay.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables as RFC 4180 has them. */
public final class Csv {
  /** Whether an answer is one. */
  public static final Parameter FORMAT =
      Parameter.word("format", "json, or csv: RFC 4180.", "json", "json", "csv");

  private Csv() {}

  /** A line of names, and one for each row; lists and maps as JSON. */
  public static Answer answer(List<String> names, List<? extends List<?>> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(names);
    for (List<?> row : rows) {
      List<String> line = new ArrayList<>();
      for (@Nullable Object value : row) {
        line.add(cell(value));
      }
      lines.add(line);
    }
    CsvMapper mapper = CsvMapper.builder().build();
    try {
      return Answer.text(
          "text/csv",
          mapper
              .writerFor(List.class)
              .with(mapper.schema().withLineSeparator("\r\n"))
              .writeValueAsString(lines));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are texts", e);
    }
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof List || value instanceof Map
        ? Json.text(value)
        : Objects.toString(value);
  }
}
