package org.hearsay.benchmarks.topics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.records.FramingRecords;

/**
 * What Kafka's codecs make of the rows that stages write of pages, and what they cost: bytes, and
 * processor time of one thread to compress and to read again, against lz4 in the same run. Rows of
 * one topic come in batches of 16 KB, as a producer sends them. After {@code mvn package}, in the
 * repository's root: {@code java -Xmx2g -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*:modules/cli/target/dist/models/*"
 * org.hearsay.benchmarks.topics.CodecCost [FOLDER]}.
 */
public final class CodecCost {
  private static final int BATCH = 16 * 1024;

  /** So many bytes are compressed in each measurement, after as many to warm up. */
  private static final long MEASURED = 256L << 20;

  private static final byte MAGIC = RecordBatch.MAGIC_VALUE_V2;

  private CodecCost() {}

  /** Runs on the pages of a folder, those of the samples where none is given. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<byte[]> batches = batches(Path.of(arguments.length > 0 ? arguments[0] : "samples/pages"));
    long bytes = batches.stream().mapToLong(batch -> batch.length).sum();
    out.printf(Locale.ROOT, "%d batches, %,d bytes%n", batches.size(), bytes);
    out.println("codec      of the bytes   in MB/s  out MB/s    in/lz4  out/lz4");
    Map<String, Compression> codecs = new LinkedHashMap<>();
    codecs.put("lz4", Compression.lz4().build());
    codecs.put("zstd 3", Compression.zstd().level(3).build());
    codecs.put("gzip 1", Compression.gzip().level(1).build());
    codecs.put("gzip 6", Compression.gzip().level(6).build());
    codecs.put("snappy", Compression.snappy().build());
    double[] first = new double[2];
    for (Map.Entry<String, Compression> codec : codecs.entrySet()) {
      List<byte[]> small = new ArrayList<>();
      for (byte[] batch : batches) {
        small.add(compressed(codec.getValue(), batch));
      }
      double in = rate(batches, bytes, batch -> compressed(codec.getValue(), batch));
      double back = rate(small, bytes, batch -> read(codec.getValue(), batch));
      if (first[0] == 0) {
        first[0] = in;
        first[1] = back;
      }
      out.printf(
          Locale.ROOT,
          "%-10s %12.3f %9.0f %9.0f %9.2f %8.2f%n",
          codec.getKey(),
          small.stream().mapToLong(batch -> batch.length).sum() / (double) bytes,
          in,
          back,
          in / first[0],
          back / first[1]);
    }
  }

  private interface Work {
    Object on(byte[] batch) throws IOException;
  }

  /** Megabytes of rows a second of processor time. */
  private static double rate(List<byte[]> batches, long bytes, Work work) throws IOException {
    long rounds = Math.max(1, MEASURED / bytes);
    long began = 0;
    for (long round = -rounds; round < rounds; round++) {
      if (round == 0) {
        began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      }
      for (byte[] batch : batches) {
        if (work.on(batch).hashCode() == 0) {
          throw new IOException("nothing was made of a batch");
        }
      }
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    return rounds * bytes / 1e6 / (took / 1e9);
  }

  private static byte[] compressed(Compression codec, byte[] batch) throws IOException {
    ByteBufferOutputStream bytes = new ByteBufferOutputStream(BATCH);
    try (OutputStream out = codec.wrapForOutput(bytes, MAGIC)) {
      out.write(batch);
    }
    ByteBuffer written = bytes.buffer();
    written.flip();
    byte[] out = new byte[written.remaining()];
    written.get(out);
    return out;
  }

  private static byte[] read(Compression codec, byte[] batch) throws IOException {
    try (InputStream in =
        codec.wrapForInput(ByteBuffer.wrap(batch), MAGIC, BufferSupplier.create())) {
      return in.readAllBytes();
    }
  }

  /** The rows of all pages, those of one topic together. */
  private static List<byte[]> batches(Path folder) throws IOException {
    Map<String, List<SpecificRecord>> topics = new LinkedHashMap<>();
    PageReader reader = new PageReader();
    List<Path> pages;
    try (Stream<Path> files = Files.walk(folder)) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    try (Analyzer analyzer = Analyzer.load(Catalogue.builtIn(), ReadingLanguage.CODE)) {
      for (Path page : pages) {
        try {
          Publication publication =
              analyzer.publish(
                  reader.read(Files.readAllBytes(page), null, "text/html").article(), null);
          Annotation annotation = analyzer.annotate(publication);
          add(topics, "articles", ArticleRecords.article(page.toString(), publication, 0));
          ArticleRecords.mentions(publication, annotation.mentions())
              .forEach(row -> add(topics, "mentions", row));
          annotation.claims().stream()
              .map(claim -> ClaimRecords.claim(publication, claim))
              .forEach(row -> add(topics, "claims", row));
          add(
              topics,
              "framing",
              FramingRecords.article(publication, annotation, analyzer.catalogue()));
        } catch (UnreadablePageException e) {
          System.err.println(page + ": " + e.getMessage());
        }
      }
    }
    List<byte[]> out = new ArrayList<>();
    for (List<SpecificRecord> rows : topics.values()) {
      ByteArrayOutputStream batch = new ByteArrayOutputStream();
      for (SpecificRecord row : rows) {
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(batch, null);
        new SpecificDatumWriter<>(row.getSchema()).write(row, encoder);
        encoder.flush();
        if (batch.size() >= BATCH) {
          out.add(batch.toByteArray());
          batch.reset();
        }
      }
      out.add(batch.toByteArray());
    }
    return out;
  }

  private static void add(
      Map<String, List<SpecificRecord>> topics, String topic, SpecificRecord row) {
    topics.computeIfAbsent(topic, any -> new ArrayList<>()).add(row);
  }
}
