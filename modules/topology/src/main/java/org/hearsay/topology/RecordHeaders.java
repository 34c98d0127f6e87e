package org.hearsay.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.hearsay.claims.ChainLink;
import org.jspecify.annotations.Nullable;

/** The headers that let a consumer route a record without decoding it. */
final class RecordHeaders {
  private static final String SCHEMA_VERSION = "1";

  private RecordHeaders() {}

  /** {@code outlet} (an id, else a name; absent when unknown) and {@code schema-version}. */
  static Headers of(@Nullable String outlet) {
    Headers headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    if (outlet != null) {
      headers.add(header("outlet", outlet));
    }
    headers.add(header("schema-version", SCHEMA_VERSION));
    return headers;
  }

  /** The same and {@code chain}: the links' ids, else names, joined by {@code >}. */
  static Headers of(@Nullable String outlet, List<ChainLink> chain) {
    Headers headers = of(outlet);
    headers.add(
        header(
            "chain",
            chain.stream()
                .map(link -> link.id() == null ? link.name() : link.id())
                .collect(Collectors.joining(">"))));
    return headers;
  }

  private static RecordHeader header(String key, String value) {
    return new RecordHeader(key, value.getBytes(StandardCharsets.UTF_8));
  }
}
