package org.hearsay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.hearsay.records.Article;
import org.hearsay.records.Notice;
import org.hearsay.records.Republication;
import org.hearsay.records.Span;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.RocksDbMemory;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.trace.TraceStage;

/**
 * A stage fed with articles on a thread of its own, in the processor time of that thread: its
 * stores, its serdes and its internal topics are real, the broker is not there.
 */
final class TimedStage implements AutoCloseable {
  private static final String ID = "timed";

  /** The memory of all stores of the process, in MB, as a system property. */
  private static final long STORE_MEGABYTES =
      Long.getLong("store.memory", RocksDbMemory.DEFAULT_BYTES >> 20);

  private final Path state;
  private final String thread;
  private final ExecutorService executor;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Article> articles;
  private final TestOutputTopic<String, Republication> lineage;
  private final List<TestOutputTopic<byte[], byte[]>> outputs = new ArrayList<>();

  /**
   * Starts it.
   *
   * @param thread the name of its thread, for {@link StageShare}
   * @param outputs the topics that it writes, changelogs and repartition topics without the
   *     application's id: what is not read would pile up
   */
  TimedStage(
      String thread, Topology topology, Topics topics, PlainAvro serdes, List<String> outputs) {
    this.thread = thread;
    executor = Executors.newSingleThreadExecutor(task -> new Thread(task, thread));
    try {
      state = Files.createTempDirectory("timed-stage");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, ID);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    // The memory that a deployment's stores have: caches decide what a look-up costs.
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
    settings.put(RocksDbMemory.BYTES, STORE_MEGABYTES << 20);
    driver = new TopologyTestDriver(topology, settings);
    articles =
        driver.createInputTopic(
            topics.articles().name(),
            new StringSerializer(),
            serdes.of(Article.class).serializer());
    lineage =
        driver.createOutputTopic(
            topics.lineage().name(),
            new StringDeserializer(),
            serdes.of(Republication.class).deserializer());
    for (String output : outputs) {
      boolean own = output.endsWith("-changelog") || output.endsWith("-repartition");
      this.outputs.add(
          driver.createOutputTopic(
              own ? ID + "-" + output : output,
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer()));
    }
  }

  /** The trace stage with its usual retention. */
  static TimedStage trace(String thread, List<String> outputs) {
    Topics topics = new Topics();
    PlainAvro serdes = new PlainAvro();
    return new TimedStage(
        thread,
        new TraceStage(topics, serdes, TraceStage.RETENTION, ReadingLanguage.CODE).topology(),
        topics,
        serdes,
        outputs);
  }

  static Article article(Story story) {
    return Article.newBuilder()
        .setId(story.id())
        .setPageUrl("https://" + story.outlet() + ".example/" + story.id())
        .setUrl("https://" + story.outlet() + ".example/" + story.id())
        .setOutletId(story.outlet())
        .setOutletName(story.outlet())
        .setTitle(story.title())
        .setPublishedAt(story.publishedAt())
        .setLanguage("en")
        .setBody(story.body())
        .setParagraphs(story.spans().stream().map(s -> new Span(s.start(), s.end())).toList())
        .setNotices(story.declared().stream().map(TimedStage::notice).toList())
        .setCommentCount(0)
        .setPartial(List.of())
        .build();
  }

  private static Notice notice(String outlet) {
    return Notice.newBuilder()
        .setKind("REPUBLISHED")
        .setName(outlet)
        .setOutletId(outlet)
        .setEvidence("Originally published on " + outlet)
        .build();
  }

  /** The name of the thread that processes. */
  String thread() {
    return thread;
  }

  /** Processes an article, and says how many nanoseconds of its thread that took. */
  long process(Story story, Instant seen) {
    Article article = article(story);
    Future<Long> nanos =
        executor.submit(
            () -> {
              long before = cpu();
              articles.pipeInput(article.getId(), article, seen);
              return cpu() - before;
            });
    try {
      return nanos.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("article " + story.id(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at article " + story.id(), e);
    }
  }

  /**
   * The copies that were written to the lineage topic since the last call; not where that topic is
   * among those that {@link #drain} counts.
   */
  List<Republication> copies() {
    return lineage.readValuesToList();
  }

  /** Reads what was written since the last call: records and their bytes, by topic. */
  List<long[]> drain() {
    List<long[]> out = new ArrayList<>();
    for (TestOutputTopic<byte[], byte[]> output : outputs) {
      long records = 0;
      long bytes = 0;
      for (TestRecord<byte[], byte[]> record : output.readRecordsToList()) {
        records++;
        bytes += record.key() == null ? 0 : record.key().length;
        bytes += record.value() == null ? 0 : record.value().length;
      }
      out.add(new long[] {records, bytes});
    }
    return out;
  }

  /** What the stores take on disk, in bytes; the last few megabytes may still be in memory. */
  long stateBytes() {
    long[] sum = {0};
    walk(
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A compaction has just put it away.
            return FileVisitResult.CONTINUE;
          }
        });
    return sum[0];
  }

  private void walk(SimpleFileVisitor<Path> visitor) {
    try {
      Files.walkFileTree(state, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Override
  public void close() {
    executor.shutdown();
    driver.close();
    walk(
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
