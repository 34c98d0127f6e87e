package org.hearsay.records.topics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

/** Every topic of one deployment, by one prefix. Whoever reads or writes a topic asks here. */
public final class Topics {
  /** The prefix of the topics' names unless another is configured. */
  public static final String DEFAULT_PREFIX = "hearsay.";

  /** What a topic gets unless told otherwise. */
  public static final int DEFAULT_PARTITIONS = 6;

  private static final Duration INPUT_RETENTION = Duration.ofDays(7);
  private static final Duration OUTPUT_RETENTION = Duration.ofDays(30);
  private static final Duration PROFILE_RETENTION = Duration.ofDays(365);

  private final String prefix;
  private final Topic<Page> pages;
  private final Topic<Article> articles;
  private final Topic<Comment> comments;
  private final Topic<Mention> mentions;
  private final Topic<Claim> claims;
  private final Topic<Framing> framing;
  private final Topic<Annotation> annotations;
  private final Topic<Republication> lineage;
  private final Topic<OutletProfile> outletProfiles;
  private final Topic<EntityProfile> entityProfiles;
  private final Topic<OutletEntityProfile> outletEntityProfiles;
  private final Topic<ClaimCluster> claimClusters;
  private final Topic<SpecificRecord> deadLetters;
  private final Topic<Entity> entities;
  private final Topic<Outlet> outlets;

  /** The catalogue with the given prefix and partitions a topic. */
  public Topics(String prefix, int partitions) {
    this.prefix = prefix;
    pages = topic(prefix, "pages", Page.class, partitions, INPUT_RETENTION, "pages as fetched");
    articles =
        topic(prefix, "articles", Article.class, partitions, OUTPUT_RETENTION, "clean articles");
    comments =
        topic(prefix, "comments", Comment.class, partitions, OUTPUT_RETENTION, "readers' comments");
    mentions =
        topic(prefix, "mentions", Mention.class, partitions, OUTPUT_RETENTION, "entities named");
    claims =
        topic(
            prefix, "claims", Claim.class, partitions, OUTPUT_RETENTION, "claims with their chain");
    framing =
        topic(
            prefix, "framing", Framing.class, partitions, OUTPUT_RETENTION, "how texts are worded");
    annotations =
        topic(
            prefix,
            "annotations",
            Annotation.class,
            partitions,
            OUTPUT_RETENTION,
            "one summary an article");
    lineage =
        topic(
            prefix,
            "lineage",
            Republication.class,
            partitions,
            OUTPUT_RETENTION,
            "one row a copy-origin edge");
    outletProfiles =
        topic(
            prefix,
            "outlet-profiles",
            OutletProfile.class,
            partitions,
            PROFILE_RETENTION,
            "what an outlet published in a window");
    entityProfiles =
        topic(
            prefix,
            "entity-profiles",
            EntityProfile.class,
            partitions,
            PROFILE_RETENTION,
            "who spoke of what in a window");
    outletEntityProfiles =
        topic(
            prefix,
            "outlet-entity-profiles",
            OutletEntityProfile.class,
            partitions,
            PROFILE_RETENTION,
            "how an outlet spoke of something in a window");
    claimClusters =
        topic(
            prefix,
            "claim-clusters",
            ClaimCluster.class,
            partitions,
            OUTPUT_RETENTION,
            "one claim across outlets");
    deadLetters =
        new Topic<>(
            prefix + "dead-letters",
            null,
            partitions,
            OUTPUT_RETENTION,
            false,
            "what could not be processed, and why");
    entities = table(prefix, "catalogue.entities", Entity.class, "what is known by name");
    outlets = table(prefix, "catalogue.outlets", Outlet.class, "who publishes");
  }

  /** The catalogue with {@link #DEFAULT_PREFIX} and {@link #DEFAULT_PARTITIONS}. */
  public Topics() {
    this(DEFAULT_PREFIX, DEFAULT_PARTITIONS);
  }

  private static <V extends SpecificRecord> Topic<V> topic(
      String prefix, String name, Class<V> value, int partitions, Duration kept, String doc) {
    return new Topic<>(prefix + name, value, partitions, kept, false, doc);
  }

  /** Read whole by every process, so that one partition is enough. */
  private static <V extends SpecificRecord> Topic<V> table(
      String prefix, String name, Class<V> value, String doc) {
    return new Topic<>(prefix + name, value, 1, OUTPUT_RETENTION, true, doc);
  }

  /** Pages as fetched: the input. */
  public Topic<Page> pages() {
    return pages;
  }

  /** Clean articles. */
  public Topic<Article> articles() {
    return articles;
  }

  /** Readers' comments. */
  public Topic<Comment> comments() {
    return comments;
  }

  /** Entities named in articles. */
  public Topic<Mention> mentions() {
    return mentions;
  }

  /** Claims with their attribution chains. */
  public Topic<Claim> claims() {
    return claims;
  }

  /** How articles and comments are worded. */
  public Topic<Framing> framing() {
    return framing;
  }

  /** One summary an article. */
  public Topic<Annotation> annotations() {
    return annotations;
  }

  /** Who copied whom. */
  public Topic<Republication> lineage() {
    return lineage;
  }

  /** Outlets, window by window. */
  public Topic<OutletProfile> outletProfiles() {
    return outletProfiles;
  }

  /** Catalogued things, window by window. */
  public Topic<EntityProfile> entityProfiles() {
    return entityProfiles;
  }

  /** How outlets speak of catalogued things, window by window. */
  public Topic<OutletEntityProfile> outletEntityProfiles() {
    return outletEntityProfiles;
  }

  /** Claims that several articles report. */
  public Topic<ClaimCluster> claimClusters() {
    return claimClusters;
  }

  /** What could not be processed: raw bytes. */
  public Topic<SpecificRecord> deadLetters() {
    return deadLetters;
  }

  /** Entities that users add to the catalogue or change, by id. */
  public Topic<Entity> entities() {
    return entities;
  }

  /** Outlets that users add to the catalogue or change, by id. */
  public Topic<Outlet> outlets() {
    return outlets;
  }

  /** Every topic. */
  public List<Topic<? extends SpecificRecord>> all() {
    return List.of(
        pages,
        articles,
        comments,
        mentions,
        claims,
        framing,
        annotations,
        lineage,
        outletProfiles,
        entityProfiles,
        outletEntityProfiles,
        claimClusters,
        entities,
        outlets,
        deadLetters);
  }

  /** The topic of that name, with or without the prefix. */
  public Optional<Topic<? extends SpecificRecord>> named(String name) {
    for (Topic<? extends SpecificRecord> topic : all()) {
      if (topic.name().equals(name) || topic.name().equals(prefix + name)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
