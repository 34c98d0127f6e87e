package org.hearsay.cli.ask;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.MemoryOption;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.pages.PageAnalysis;
import org.hearsay.cli.pages.PageFile;
import org.hearsay.cli.pages.PageFiles;
import org.hearsay.cli.pages.PageHeads;
import org.hearsay.cli.pages.PagesTogether;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.store.Answering;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.RowSink;
import org.hearsay.store.StoreException;
import org.hearsay.store.StoreInUseException;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.store.loading.TopicLoader;
import org.hearsay.store.questions.Question;
import org.hearsay.store.questions.UnknownName;
import org.hearsay.store.serving.QueryClient;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.DeadLetter;
import org.hearsay.store.tables.NameKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is asked: pages, the file of a store, or the topics of a cluster. */
public final class AskedOptions {
  /** What is told of pages before they are analysed. */
  private static final Set<NameKind> OF_PAGES = Set.of(NameKind.OUTLET, NameKind.ARTICLE);

  @Option(
      names = "--pages",
      paramLabel = "FILE|FOLDER",
      description =
          "Ask pages, without Kafka: HTML or text, or folders of them; may be repeated. They are"
              + " analysed first.")
  List<String> pages = new ArrayList<>();

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "Ask a store that hearsay store keeps, or kept.")
  @Nullable Path store;

  @Option(
      names = "--threads",
      description = "How many pages are worked on, or cores used, at once (default: one a core).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin MemoryOption memory;
  @Mixin CatalogueOptions catalogueOptions;
  @Mixin ClusterOptions cluster;

  @Spec(Spec.Target.MIXEE)
  CommandSpec mixee;

  private boolean refused;

  /** How a command that answered ends: 1 where a page could not be read. */
  int status() {
    return refused ? 1 : 0;
  }

  /** What the tables may use. */
  public Limits limits() {
    return memory.limits(threads);
  }

  /** The same where a file is shown to many. */
  public Limits served() {
    return memory.served(threads);
  }

  /**
   * Opens what is asked. Pages are analysed, and topics read, first.
   *
   * @throws UserException when it cannot be
   */
  Answering open() throws InterruptedException {
    if (!pages.isEmpty() && store != null) {
      throw new UserException("give --pages or --store, not both");
    }
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    try {
      if (!pages.isEmpty()) {
        return new Held(ofPages());
      }
      if (store != null) {
        return ofFile(store);
      }
      return new Held(ofTopics());
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The names of outlets and articles among a question's values that nothing is called by: of pages
   * that can be said before they are analysed. Of names that may stand in a text nothing is said.
   *
   * @param values a value for every parameter
   */
  List<UnknownName> unknown(Question question, Map<String, @Nullable String> values) {
    Map<String, @Nullable String> told = new HashMap<>();
    for (Question.Parameter parameter : question.parameters()) {
      if (!parameter.names().isEmpty() && OF_PAGES.containsAll(parameter.names())) {
        told.put(parameter.name(), values.get(parameter.name()));
      }
    }
    boolean isGiven = told.values().stream().anyMatch(value -> value != null && !value.isEmpty());
    if (!isGiven || store != null || pages.isEmpty() || pages.contains("-")) {
      return List.of();
    }
    PageFiles named = PageFiles.of(pages);
    List<PageFile> there = PageAnalysis.there(named.files());
    PageHeads heads =
        new PageHeads(named.catalogue(catalogueOptions, new PrintWriter(Writer.nullWriter())));
    try (QueryStore known = QueryStore.inMemory()) {
      add(known, heads::outlets);
      List<UnknownName> out = among(known, question, told);
      if (!out.isEmpty()) {
        // A page may say itself whose it is.
        add(known, sink -> heads.articles(there, sink));
        out = among(known, question, told);
      }
      return out;
    }
  }

  private static List<UnknownName> among(
      QueryStore known, Question question, Map<String, @Nullable String> told) {
    try (Answering session = known.session()) {
      return UnknownName.among(session, question, told);
    }
  }

  private static void add(QueryStore known, Consumer<BiConsumer<SpecificRecord, Instant>> records) {
    Batch batch = known.batch();
    records.accept(batch::add);
    known.write(batch, Map.of());
  }

  /** Whether what is asked is read first, which takes its time: all but a store. */
  boolean readsFirst() {
    return store == null;
  }

  /** Whether pages are asked. */
  public boolean hasPages() {
    return !pages.isEmpty();
  }

  /** The store that is asked, where one is. */
  public Optional<Path> store() {
    return Optional.ofNullable(store);
  }

  /** The cluster whose topics are asked otherwise. */
  public ClusterOptions cluster() {
    return cluster;
  }

  private Answering ofFile(Path file) {
    try {
      return new Held(QueryStore.read(file, limits()));
    } catch (StoreInUseException e) {
      return new QueryClient(file);
    }
  }

  /**
   * The pages, analysed, in tables of this process.
   *
   * @throws UserException when they cannot be
   */
  public QueryStore ofPages() throws InterruptedException {
    PageFiles named = PageFiles.of(pages);
    PrintWriter err = mixee.commandLine().getErr();
    Catalogue catalogue = named.catalogue(catalogueOptions, err);
    PageAnalysis.there(named.files());
    tell("reading pages");
    PageAnalysis.Result read = new PageAnalysis(catalogue, threads, true, err).of(named.files());
    refused = !read.refused().isEmpty();
    QueryStore out = QueryStore.inMemory();
    Batch batch = out.batch();
    try (MeaningEncoder meanings = MeaningEncoder.load()) {
      new PagesTogether(read.pages(), catalogue, meanings::meaning).records(batch::add);
    }
    read.refused().forEach(page -> add(batch, page));
    out.write(batch, Map.of());
    return out;
  }

  private static void add(Batch batch, PageAnalysis.Refused page) {
    Instant written = Instant.now();
    long bytes = 0;
    try {
      Path file = Path.of(page.file());
      written = Files.getLastModifiedTime(file).toInstant();
      bytes = Files.size(file);
    } catch (IOException e) {
      // It is not there.
    }
    batch.add(
        DeadLetter.ofFile(
                page.file(),
                page.exception(),
                page.reason(),
                (int) Math.min(bytes, Integer.MAX_VALUE))
            .row(),
        written);
  }

  private QueryStore ofTopics() throws InterruptedException {
    try {
      cluster.require(List.of(cluster.topics().claims()));
    } catch (UserException e) {
      throw new UserException(
          e.getMessage()
              + "; without a cluster, ask pages with --pages FOLDER, or a store with --store FILE",
          e);
    }
    QueryStore out = QueryStore.inMemory();
    LoadSettings settings = LoadSettings.of(cluster.client(), cluster.registry(), Optional.empty());
    try (TopicLoader loader =
        new TopicLoader(
            out, cluster.topics(), settings, progress -> tell(LoadTelling.line(progress)))) {
      loader.loadToEnd();
    }
    return out;
  }

  private void tell(String message) {
    mixee.commandLine().getErr().println("hearsay: " + message);
  }

  /** A store of this process, closed after the asking. */
  private record Held(QueryStore held) implements Answering {
    @Override
    public long run(String sql, Map<String, @Nullable String> parameters, RowSink sink) {
      try (Answering session = held.session()) {
        return session.run(sql, parameters, sink);
      }
    }

    @Override
    public long writeParquet(String sql, Map<String, @Nullable String> parameters, Path out) {
      try (Answering session = held.session()) {
        return session.writeParquet(sql, parameters, out);
      }
    }

    @Override
    public void close() {
      held.close();
    }
  }
}
