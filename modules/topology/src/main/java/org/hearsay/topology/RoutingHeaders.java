package org.hearsay.topology;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The headers that let a consumer route a record without decoding it. */
public final class RoutingHeaders {
  private static final String SCHEMA_VERSION = "1";
  private static final String REPLAY = "replay";

  private RoutingHeaders() {}

  /** What an outlet goes by in the headers: its id, else its name; null where neither is known. */
  public static @Nullable String outlet(@Nullable String id, @Nullable String name) {
    return id == null ? name : id;
  }

  /** What a link of a chain goes by in the headers: its id, else its name. */
  public static String link(@Nullable String id, String name) {
    return id == null ? name : id;
  }

  /**
   * {@code outlet} and {@code schema-version}.
   *
   * @param outlet as {@link #outlet} says; absent when null
   */
  public static Headers of(@Nullable String outlet) {
    Headers headers = new RecordHeaders();
    if (outlet != null) {
      headers.add(header("outlet", outlet));
    }
    headers.add(header("schema-version", SCHEMA_VERSION));
    return headers;
  }

  /** The same, and {@code replay} where the record that it is made of has it. */
  public static Headers of(@Nullable String outlet, Record<?, ?> madeOf) {
    Headers headers = of(outlet);
    @Nullable Header replay = madeOf.headers().lastHeader(REPLAY);
    if (replay != null) {
      headers.add(replay);
    }
    return headers;
  }

  /**
   * The same and {@code chain}.
   *
   * @param chain the links, each as {@link #link} says
   */
  public static Headers of(@Nullable String outlet, Stream<String> chain, Record<?, ?> madeOf) {
    return withChain(of(outlet, madeOf), chain);
  }

  /**
   * {@code outlet}, {@code schema-version} and {@code chain}.
   *
   * @param chain the links, each as {@link #link} says
   */
  public static Headers of(@Nullable String outlet, Stream<String> chain) {
    return withChain(of(outlet), chain);
  }

  private static Headers withChain(Headers headers, Stream<String> chain) {
    headers.add(header("chain", chain.collect(Collectors.joining(">"))));
    return headers;
  }

  private static RecordHeader header(String key, String value) {
    return new RecordHeader(key, value.getBytes(StandardCharsets.UTF_8));
  }
}
