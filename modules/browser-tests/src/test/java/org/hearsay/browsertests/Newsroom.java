package org.hearsay.browsertests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.pages.AnalysedPage;
import org.hearsay.cli.pages.PageAnalysis;
import org.hearsay.cli.pages.PageFiles;
import org.hearsay.cli.pages.PagesTogether;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.web.WebServer;
import org.hearsay.web.WebSettings;

/**
 * A store that is written to while it is looked at. It holds pages that would like to run something
 * in whoever looks at them: one as it was read, and one whose every record was made worse than any
 * page could make it.
 */
final class Newsroom implements AutoCloseable {
  /** What comes in while one looks would disturb another. */
  static final String LOCK = "newsroom";

  private static final String WORSE_OUTLET = "plain-herald";

  private final QueryStore store = QueryStore.inMemory();
  private final WebServer server;
  private final List<Claim> claims = new ArrayList<>();

  private Newsroom() {
    server = WebServer.start(store, WebSettings.local(0).withSql(true));
  }

  /** Reads the pages, and begins to answer. */
  static Newsroom open() throws InterruptedException {
    PrintWriter err = new PrintWriter(new StringWriter());
    PageFiles files = PageFiles.of(List.of(pages().toString()));
    Catalogue catalogue = files.catalogue(new CatalogueOptions(), err);
    List<AnalysedPage> read = new PageAnalysis(catalogue, 2, true, err).of(files.files()).pages();
    String worse =
        read.stream()
            .map(AnalysedPage::publication)
            .filter(page -> WORSE_OUTLET.equals(page.outletId()))
            .map(page -> page.id())
            .findFirst()
            .orElseThrow();
    Predicate<SpecificRecord> isWorse =
        record -> {
          String text = record.toString();
          return text.contains(worse) || text.contains(WORSE_OUTLET);
        };
    Newsroom out = new Newsroom();
    Batch batch = out.store.batch();
    try (MeaningEncoder meanings = MeaningEncoder.load()) {
      new PagesTogether(read, catalogue, meanings::meaning)
          .records(
              (record, at) -> {
                if (record instanceof Claim claim) {
                  out.claims.add(claim);
                }
                batch.add(isWorse.test(record) ? Poison.into(record) : record, at);
              });
    }
    out.store.write(batch, Map.of());
    return out;
  }

  private static Path pages() {
    try {
      return Path.of(
              Objects.requireNonNull(Newsroom.class.getResource("hostile/pages.tsv")).toURI())
          .resolveSibling("pages");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Scheme, host and port. */
  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Commits a claim as it comes from the topics, said by somebody who says nothing else. */
  void commit(String speaker) {
    commit(speaker, claims.get(0));
  }

  /** The same from an address of which nobody knows whose it is. */
  void commitFrom(String url, String speaker) {
    Claim model = claims.get(0);
    List<ChainLink> chain =
        model.getChain().stream().filter(link -> !link.getRole().equals("PUBLISHER")).toList();
    commit(
        speaker,
        Claim.newBuilder(model)
            .setUrl(url)
            .setOutletId(null)
            .setOutletName(null)
            .setChain(chain)
            .build());
  }

  private void commit(String speaker, Claim model) {
    String key = "name:" + speaker;
    List<ChainLink> chain = new ArrayList<>(model.getChain());
    int last = chain.size() - 1;
    chain.set(
        last,
        ChainLink.newBuilder(chain.get(last))
            .setName(speaker)
            .setText(speaker)
            .setKey(key)
            .build());
    Batch batch = store.batch();
    batch.add(
        Claim.newBuilder(model)
            .setId("of " + speaker)
            .setSpeakerName(speaker)
            .setSpeakerKey(key)
            .setChain(chain)
            .build(),
        Instant.now());
    store.write(batch, Map.of());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
