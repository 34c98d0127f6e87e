package org.hearsay.topology.annotate;

import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.page.ReaderComment;
import org.hearsay.records.Article;
import org.hearsay.records.Comment;
import org.hearsay.records.Mention;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.TopicNodes;
import org.hearsay.topology.Twice;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.catalogue.LiveCatalogue;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.records.FramingRecords;
import org.hearsay.topology.stores.SteadyIdentity;
import org.hearsay.topology.stores.Step;
import org.jspecify.annotations.Nullable;

/**
 * Articles to mentions, claims, framing and one summary each; readers' comments to mentions, claims
 * and framing. All the CPU goes here, synchronously in {@code process}: handing records to a pool
 * would commit their offsets before they are done.
 */
public final class AnnotateStage {
  /** The stage's name, the end of its application id. */
  public static final String NAME = "annotate";

  private static final String SOURCE = "ingest-articles";
  private static final String PROCESSOR = "annotate-article";
  private static final String MENTIONS = "egress-mentions";
  private static final String COMMENT_SOURCE = "ingest-comments";
  private static final String COMMENT_PROCESSOR = "annotate-comment";
  private static final String READER_MENTIONS = "egress-reader-mentions";
  private static final String CLAIMS = "egress-claims";
  private static final String FRAMING = "egress-framing";
  private static final String READER_CLAIMS = "egress-reader-claims";
  private static final String READER_FRAMING = "egress-reader-framing";
  private static final String ANNOTATIONS = "egress-annotations";

  /** The end of the internal topic's name on which articles come together by what they say. */
  private static final String BY_CONTENT = "annotate-articles";

  private final Topics topics;
  private final ValueSerdes serdes;
  private final String language;
  private final LiveCatalogue<Analyzer> analyzers;

  /**
   * On the given topics, with the given analyzer, shared by all threads. Its catalogue is what the
   * stage starts with; the catalogue's topics change it while it runs.
   */
  public AnnotateStage(Topics topics, ValueSerdes serdes, Analyzer analyzer) {
    this(topics, serdes, analyzer, LiveCatalogue.REST_NANOS);
  }

  /**
   * The same.
   *
   * @param restNanos how long changes of the catalogue are gathered before they are applied
   */
  public AnnotateStage(Topics topics, ValueSerdes serdes, Analyzer analyzer, long restNanos) {
    this.topics = topics;
    this.serdes = serdes;
    this.language = analyzer.language();
    this.analyzers = new LiveCatalogue<>(analyzer.catalogue(), analyzer::with, restNanos);
  }

  /**
   * The topology: articles, brought together by what they say, to four sinks; comments, apart from
   * them, to mentions, claims and framing. The two share no node, so that neither waits for the
   * other.
   */
  public Topology topology() {
    TopicNodes nodes = new TopicNodes(serdes);
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(SteadyIdentity.builder());
    nodes.stream(builder, SOURCE, topics.articles())
        .repartition(
            Repartitioned.with(Serdes.String(), nodes.values(topics.articles()))
                .withName(BY_CONTENT)
                .withStreamPartitioner(new ByContent(MaskWords.load(language))))
        .process(() -> new Annotator(analyzers), Named.as(PROCESSOR), SteadyIdentity.NAME);
    // The sinks are added to what the builder made: a processor picks among its sinks by name.
    Topology topology = builder.build();
    nodes.sink(topology, MENTIONS, topics.mentions(), PROCESSOR);
    nodes.sink(topology, CLAIMS, topics.claims(), PROCESSOR);
    nodes.sink(topology, FRAMING, topics.framing(), PROCESSOR);
    nodes.sink(topology, ANNOTATIONS, topics.annotations(), PROCESSOR);
    nodes.source(topology, COMMENT_SOURCE, topics.comments());
    topology.addProcessor(COMMENT_PROCESSOR, () -> new CommentAnnotator(analyzers), COMMENT_SOURCE);
    nodes.sink(topology, READER_MENTIONS, topics.mentions(), COMMENT_PROCESSOR);
    nodes.sink(topology, READER_CLAIMS, topics.claims(), COMMENT_PROCESSOR);
    nodes.sink(topology, READER_FRAMING, topics.framing(), COMMENT_PROCESSOR);

    // Last, so that the stage's tasks keep their numbers.
    return analyzers.addTo(topology, topics, serdes);
  }

  private static final class Annotator extends Step<Article, SpecificRecord> {
    private final LiveCatalogue<Analyzer> analyzers;

    Annotator(LiveCatalogue<Analyzer> analyzers) {
      this.analyzers = analyzers;
    }

    @Override
    protected void process(String key, Article article, Record<String, @Nullable Article> record) {
      Analyzer analyzer = analyzers.current(context());
      Publication publication =
          analyzer.restore(
              ArticleRecords.published(article),
              ArticleRecords.article(article),
              ArticleRecords.address(article.getPageUrl()));
      Annotation annotation = Twice.tried(() -> analyzer.annotate(publication));
      @Nullable String outlet =
          RoutingHeaders.outlet(publication.outletId(), publication.outletName());
      for (Mention row : ArticleRecords.mentions(publication, annotation.mentions())) {
        send(MENTIONS, row.getClusterId(), row, RoutingHeaders.of(outlet, record), record);
      }
      for (ArticleClaim claim : annotation.claims()) {
        send(
            CLAIMS,
            claim.id(),
            ClaimRecords.claim(publication, claim),
            RoutingHeaders.of(outlet, links(claim), record),
            record);
      }
      send(
          FRAMING,
          publication.id(),
          FramingRecords.article(publication, annotation, analyzer.catalogue()),
          RoutingHeaders.of(outlet, record),
          record);
      // Last, so that whoever has read the summary can read every row that it counts.
      send(
          ANNOTATIONS,
          publication.id(),
          ArticleRecords.summary(publication, annotation),
          RoutingHeaders.of(outlet, record),
          record);
    }
  }

  /** What the links of a claim's chain go by in headers. */
  private static Stream<String> links(ArticleClaim claim) {
    return claim.chain().stream().map(link -> RoutingHeaders.link(link.id(), link.name()));
  }

  private static final class CommentAnnotator extends Step<Comment, SpecificRecord> {
    private final LiveCatalogue<Analyzer> analyzers;

    CommentAnnotator(LiveCatalogue<Analyzer> analyzers) {
      this.analyzers = analyzers;
    }

    @Override
    protected void process(String key, Comment comment, Record<String, @Nullable Comment> record) {
      ReaderComment words = new ReaderComment(comment.getAuthor(), comment.getText());
      String id = Publication.commentId(comment.getArticleId(), comment.getPosition());
      Analyzer analyzer = analyzers.current(context());
      CommentAnnotation annotation = Twice.tried(() -> analyzer.annotate(id, words));
      @Nullable String outlet = comment.getOutletId();
      for (Mention row : ArticleRecords.mentions(comment, annotation.mentions())) {
        send(READER_MENTIONS, row.getClusterId(), row, RoutingHeaders.of(outlet, record), record);
      }
      for (ArticleClaim claim : annotation.claims()) {
        send(
            READER_CLAIMS,
            claim.id(),
            ClaimRecords.claim(comment, claim),
            RoutingHeaders.of(outlet, links(claim), record),
            record);
      }
      send(
          READER_FRAMING,
          comment.getArticleId(),
          FramingRecords.comment(comment, annotation),
          RoutingHeaders.of(outlet, record),
          record);
    }
  }
}
