package org.hearsay.topology.read;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.page.PageReader;
import org.hearsay.page.PageReading;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.records.Page;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.RejectedRecordException;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.TopicNodes;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.catalogue.LiveCatalogue;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.stores.SteadyIdentity;
import org.hearsay.topology.stores.Step;
import org.jspecify.annotations.Nullable;

/**
 * Pages to articles and comments. Cheap, and without state. A page that cannot be read is thrown as
 * a {@link RejectedRecordException}: the stage's exception handler sends the page's bytes to the
 * dead letters and goes on.
 */
public final class ReadStage {
  /** The stage's name, the end of its application id. */
  public static final String NAME = "read";

  private static final String SOURCE = "ingest-pages";
  private static final String PROCESSOR = "read-page";
  private static final String ARTICLES = "egress-articles";
  private static final String COMMENTS = "egress-comments";

  private final Topics topics;
  private final ValueSerdes serdes;
  private final PageReader reader;
  private final LiveCatalogue<Publisher> publishers;

  /**
   * On the given topics, calling the given libraries. The publisher's catalogue is what the stage
   * starts with; the catalogue's topics change it while it runs.
   */
  public ReadStage(Topics topics, ValueSerdes serdes, PageReader reader, Publisher publisher) {
    this(topics, serdes, reader, publisher, LiveCatalogue.REST_NANOS);
  }

  /**
   * The same.
   *
   * @param restNanos how long changes of the catalogue are gathered before they are applied
   */
  public ReadStage(
      Topics topics, ValueSerdes serdes, PageReader reader, Publisher publisher, long restNanos) {
    this.topics = topics;
    this.serdes = serdes;
    this.reader = reader;
    this.publishers = new LiveCatalogue<>(publisher.catalogue(), Publisher::new, restNanos);
  }

  /**
   * The topology: one source, one processor, two sinks; the catalogue's topics as global tables.
   */
  public Topology topology() {
    TopicNodes nodes = new TopicNodes(serdes);
    Topology topology = nodes.source(new Topology(), SOURCE, topics.pages());
    topology
        .addProcessor(PROCESSOR, () -> new Reader(reader, publishers), SOURCE)
        .addStateStore(SteadyIdentity.builder(), PROCESSOR);
    nodes.sink(topology, ARTICLES, topics.articles(), PROCESSOR);
    nodes.sink(topology, COMMENTS, topics.comments(), PROCESSOR);
    // Last, so that the stage's tasks keep their numbers.
    return publishers.addTo(topology, topics, serdes);
  }

  private static final class Reader extends Step<Page, SpecificRecord> {
    private final PageReader reader;
    private final LiveCatalogue<Publisher> publishers;

    Reader(PageReader reader, LiveCatalogue<Publisher> publishers) {
      this.reader = reader;
      this.publishers = publishers;
    }

    @Override
    protected void process(String key, Page page, Record<String, @Nullable Page> record) {
      PageReading reading;
      try {
        reading =
            reader.read(
                bytes(page.getContent()),
                address(page),
                page.getContentType(),
                // Of a page that does not say, no later than it was put into the topic.
                Objects.requireNonNullElseGet(
                    page.getFetchedAt(), () -> Instant.ofEpochMilli(record.timestamp())));
      } catch (UnreadablePageException e) {
        throw new RejectedRecordException(page.getUrl() + ": " + e.getMessage(), e);
      }
      Publication publication =
          publishers.current(context()).publish(reading.article(), address(page));
      List<ReaderComment> comments = reading.comments();
      @Nullable String outlet =
          RoutingHeaders.outlet(publication.outletId(), publication.outletName());
      send(
          ARTICLES,
          publication.id(),
          ArticleRecords.article(page.getUrl(), publication, comments.size()),
          RoutingHeaders.of(outlet),
          record);
      for (int i = 0; i < comments.size(); i++) {
        send(
            COMMENTS,
            publication.id(),
            ArticleRecords.comment(publication, i, comments.get(i)),
            RoutingHeaders.of(outlet),
            record);
      }
    }

    private static @Nullable String address(Page page) {
      return ArticleRecords.address(page.getUrl());
    }

    private static byte[] bytes(ByteBuffer buffer) {
      byte[] out = new byte[buffer.remaining()];
      buffer.duplicate().get(out);
      return out;
    }
  }
}
