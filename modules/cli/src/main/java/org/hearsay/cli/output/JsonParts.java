package org.hearsay.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Parts of JSON that several objects have. */
final class JsonParts {
  private JsonParts() {}

  static void strings(JsonGenerator out, String field, List<String> values) throws IOException {
    out.writeArrayFieldStart(field);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  static void spans(JsonGenerator out, String field, List<Span> spans) throws IOException {
    out.writeArrayFieldStart(field);
    for (Span span : spans) {
      out.writeStartObject();
      out.writeNumberField("start", span.start());
      out.writeNumberField("end", span.end());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** A span's own fields, of an object that has more. */
  static void span(JsonGenerator out, Span span) throws IOException {
    out.writeNumberField("start", span.start());
    out.writeNumberField("end", span.end());
  }

  /** A number, or null where there is none. */
  static void number(JsonGenerator out, String field, @Nullable Double value) throws IOException {
    if (value == null) {
      out.writeNullField(field);
    } else {
      out.writeNumberField(field, value);
    }
  }
}
