package org.hearsay.records.topics;

import static org.hearsay.records.topics.Stage.ANNOTATE;
import static org.hearsay.records.topics.Stage.PROFILE;
import static org.hearsay.records.topics.Stage.READ;
import static org.hearsay.records.topics.Stage.TRACE;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.Comment;
import org.hearsay.records.Entity;
import org.hearsay.records.EntityProfile;
import org.hearsay.records.Framing;
import org.hearsay.records.Mention;
import org.hearsay.records.Outlet;
import org.hearsay.records.OutletEntityProfile;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.Page;
import org.hearsay.records.Republication;

/**
 * Every topic of one deployment. Whoever creates, reads or writes a topic asks here.
 *
 * <p>To add a topic, write {@code schemas/NAME.avsc} and declare the topic here once, with its
 * accessor below it. {@code topics create} then creates it, the stages that write it register its
 * schema when they start, {@code watch} shows it, and tests fail until {@code schemas/README.md}
 * has its row and the topologies read and write it as declared.
 */
public final class Topics extends Declared {
  /** The prefix of the topics' names unless another is configured. */
  public static final String DEFAULT_PREFIX = "hearsay.";

  /** What a topic gets unless told otherwise. */
  public static final int DEFAULT_PARTITIONS = 6;

  /** The catalogue with {@link #DEFAULT_PREFIX} and {@link #DEFAULT_PARTITIONS}. */
  public Topics() {
    this(DEFAULT_PREFIX, DEFAULT_PARTITIONS);
  }

  /** The catalogue with the given prefix and partitions a topic. */
  public Topics(String prefix, int partitions) {
    this(prefix, partitions, Map.of());
  }

  /**
   * The catalogue as a cluster has it.
   *
   * @param partitions what topics get that the cluster does not have yet
   * @param counted the partitions of those that it has, by the topic's whole name
   */
  public Topics(String prefix, int partitions, Map<String, Integer> counted) {
    super(prefix, partitions, counted);
  }

  private final Topic<Page> pages =
      records(Page.class, "pages")
          .keyed("url")
          .readBy(READ)
          .keptDays(7)
          .holding("input: raw bytes as fetched");

  /** Pages as fetched: the input. */
  public Topic<Page> pages() {
    return pages;
  }

  private final Topic<Article> articles =
      records(Article.class, "articles")
          .keyed("article id")
          .writtenBy(READ)
          .readBy(ANNOTATE, TRACE, PROFILE)
          .holding("clean text, metadata, notices");

  /** Clean articles. */
  public Topic<Article> articles() {
    return articles;
  }

  private final Topic<Comment> comments =
      records(Comment.class, "comments")
          .keyed("article id")
          .writtenBy(READ)
          .readBy(ANNOTATE)
          .holding("readers' comments, apart");

  /** Readers' comments. */
  public Topic<Comment> comments() {
    return comments;
  }

  private final Topic<Mention> mentions =
      records(Mention.class, "mentions")
          .keyed("entity id, else `name:` and the folded name")
          .writtenBy(ANNOTATE)
          .holding("one row a mention, in the article or in a reader's comment");

  /** Entities named in articles and comments. */
  public Topic<Mention> mentions() {
    return mentions;
  }

  private final Topic<Claim> claims =
      records(Claim.class, "claims")
          .keyed("claim id")
          .writtenBy(ANNOTATE, TRACE)
          .readBy(TRACE, PROFILE)
          .holding(
              "source, cue with its kind and mode, content, speaker, chain; in the article, or in a"
                  + " reader's comment");

  /** Claims with their attribution chains. */
  public Topic<Claim> claims() {
    return claims;
  }

  private final Topic<Framing> framing =
      records(Framing.class, "framing")
          .keyed("article id")
          .writtenBy(ANNOTATE)
          .readBy(PROFILE)
          .holding(
              "how an article, or one reader's comment, is worded: scores by voice, the spans that"
                  + " show it, names, sources");

  /** How articles and comments are worded. */
  public Topic<Framing> framing() {
    return framing;
  }

  private final Topic<Annotation> annotations =
      records(Annotation.class, "annotations")
          .keyed("article id")
          .writtenBy(ANNOTATE)
          .readBy(PROFILE)
          .holding("one summary an article: counts, language, why it is partial");

  /** One summary an article. */
  public Topic<Annotation> annotations() {
    return annotations;
  }

  private final Topic<Republication> lineage =
      records(Republication.class, "lineage")
          .keyed("article id of the copy")
          .writtenBy(TRACE)
          .readBy(PROFILE)
          .holding("one row a copy→origin edge; the newest row of an `id` counts");

  /** Who copied whom. */
  public Topic<Republication> lineage() {
    return lineage;
  }

  private final Topic<OutletProfile> outletProfiles =
      records(OutletProfile.class, "outlet-profiles")
          .keyed("`outlet@start/end`")
          .writtenBy(PROFILE)
          .keptDays(365)
          .holding("what an outlet published in a window, and how it was worded");

  /** Outlets, window by window. */
  public Topic<OutletProfile> outletProfiles() {
    return outletProfiles;
  }

  private final Topic<EntityProfile> entityProfiles =
      records(EntityProfile.class, "entity-profiles")
          .keyed("`entity@start/end`")
          .writtenBy(PROFILE)
          .keptDays(365)
          .holding("who spoke of a catalogued thing in a window, how much and how");

  /** Catalogued things, window by window. */
  public Topic<EntityProfile> entityProfiles() {
    return entityProfiles;
  }

  private final Topic<OutletEntityProfile> outletEntityProfiles =
      records(OutletEntityProfile.class, "outlet-entity-profiles")
          .keyed("`outlet:entity@start/end`")
          .writtenBy(PROFILE)
          .keptDays(365)
          .holding("how one outlet spoke of one catalogued thing in a window");

  /** How outlets speak of catalogued things, window by window. */
  public Topic<OutletEntityProfile> outletEntityProfiles() {
    return outletEntityProfiles;
  }

  private final Topic<ClaimCluster> claimClusters =
      records(ClaimCluster.class, "claim-clusters")
          .keyed("cluster id")
          .writtenBy(PROFILE)
          .holding(
              "one claim across articles and outlets: first seen, wordings and cues, independent"
                  + " reports, contradictions; the newest row of an id counts");

  /** Claims that several articles report. */
  public Topic<ClaimCluster> claimClusters() {
    return claimClusters;
  }

  private final Topic<Entity> entities =
      records(Entity.class, "catalogue.entities")
          .keyed("entity id")
          .readBy(READ, ANNOTATE)
          .table()
          .holding(
              "input, compacted: what the stages know by name, besides the built-in catalogue");

  /** Entities that users add to the catalogue or change, by id. */
  public Topic<Entity> entities() {
    return entities;
  }

  private final Topic<Outlet> outlets =
      records(Outlet.class, "catalogue.outlets")
          .keyed("outlet id")
          .readBy(READ, ANNOTATE)
          .table()
          .holding("input, compacted: who publishes");

  /** Outlets that users add to the catalogue or change, by id. */
  public Topic<Outlet> outlets() {
    return outlets;
  }

  private final Topic<Outlet> builtInOutlets =
      records(Outlet.class, "outlets")
          .keyed("outlet id")
          .table()
          .holding(
              "read only, compacted: the outlets that come with Hearsay, so that owner, country and"
                  + " kind can be joined; `run` with the stage read writes it");

  /** The outlets that come with Hearsay, by id: for readers, no stage asks it. */
  public Topic<Outlet> builtInOutlets() {
    return builtInOutlets;
  }

  private final Topic<SpecificRecord> deadLetters =
      bytes("dead-letters")
          .keyed("as failed")
          .writtenBy(READ, ANNOTATE, TRACE, PROFILE)
          .holding(
              "what could not be processed; headers `"
                  + DeadLetterHeaders.PREFIX
                  + "*` say why and from where");

  /** What could not be processed: raw bytes. */
  public Topic<SpecificRecord> deadLetters() {
    return deadLetters;
  }
}
