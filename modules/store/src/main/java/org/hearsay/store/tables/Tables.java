package org.hearsay.store.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
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
import org.hearsay.records.Republication;

/**
 * Every table of the store. To add one, declare it here: it is made, filled, documented and bounded
 * like the others.
 */
public final class Tables {
  private final Map<String, RecordTables> bySchema = new LinkedHashMap<>();

  /** The tables of the public contract. */
  public Tables() {
    articles();
    claims();
    framing();
    annotations();
    profiles();
    clusters();
    catalogue();
  }

  private void articles() {
    add(
        RecordTables.of(Article.class, "id")
            .rows("articles", "One article of a page, clean.", Set.of("notices"))
            .items(
                "notices",
                "What says where an article came from, in the page's order.",
                "notices",
                above("articleId", "id")));
    add(
        RecordTables.of(Comment.class, "articleId", "position")
            .rows("comments", "One reader's comment.", Set.of()));
  }

  private void claims() {
    add(
        RecordTables.of(Claim.class, "id")
            .tellingFirst()
            .rows(
                "claims",
                "One claim: who said what, in which article. Its cluster and the claim that it"
                    + " copies are in claim_origins, what it is about also in claim_entities.",
                Set.of("chain"))
            .items(
                "chain_links",
                "One link of a claim's attribution chain, the publisher first.",
                "chain",
                above("claimId", "id", "articleId", "articleId")));
    add(
        RecordTables.of(Mention.class, "id")
            .rows("mentions", "One place where an entity is named.", Set.of()));
  }

  private void annotations() {
    add(
        RecordTables.of(Annotation.class, "articleId")
            .rows(
                "annotations",
                "What was made of an article: counts, why not the whole.",
                Set.of()));
    add(
        RecordTables.of(Republication.class, "id")
            .rows("lineage", "One article copied from another.", Set.of("passages", "replacements"))
            .items("passages", "Text that two articles share.", "passages", ofEdge())
            .items(
                "replacements",
                "Words that differ inside of what two articles share.",
                "replacements",
                ofEdge()));
  }

  private void clusters() {
    add(
        RecordTables.of(ClaimCluster.class, "id")
            .rows(
                "claim_clusters",
                "One claim across articles and outlets.",
                Set.of("reports", "mergedInto"),
                record -> !isMerged(record))
            .items(
                "cluster_reports",
                "One article's report of a claim that several have.",
                "reports",
                above("clusterId", "id"),
                record -> !isMerged(record))
            .some(
                "merged_clusters",
                "A cluster that is no more, and the one that has its reports.",
                List.of("id", "mergedInto"),
                Tables::isMerged));
  }

  private void catalogue() {
    add(
        RecordTables.of(Outlet.class, "id")
            .rows("outlets", "Who publishes.", Set.of("removed"), record -> !isRemoved(record)));
    add(
        RecordTables.of(Entity.class, "id")
            .rows(
                "entities",
                "What is known by name.",
                Set.of("removed", "descriptions"),
                record -> !isRemoved(record)));
    add(
        RecordTables.of(DeadLetter.SCHEMA, "id")
            .rows("dead_letters", "What could not be processed, and why.", Set.of()));
  }

  private void framing() {
    Map<String, String> above =
        above("framingId", "id", "articleId", "articleId", "comment", "comment");
    add(
        RecordTables.of(Framing.class, "id")
            .rows(
                "framing",
                "How an article, or one reader's comment, is worded.",
                Set.of(
                    "voices", "sentences", "evidence", "naming", "sources", "entities", "relays"))
            .items("framing_terms", "A span that shows how it is worded.", "evidence", above)
            .items("framing_sentences", "A sentence's bias.", "sentences", above)
            .items("framing_voices", "Sums by voice.", "voices", above)
            .items("framing_naming", "How it calls the things that it names.", "naming", above));
  }

  private void profiles() {
    add(
        RecordTables.of(OutletProfile.class, "id")
            .rows("outlet_profiles", "What an outlet published in a window.", Set.of()));
    add(
        RecordTables.of(EntityProfile.class, "id")
            .rows("entity_profiles", "Who spoke of a catalogued thing in a window.", Set.of()));
    add(
        RecordTables.of(OutletEntityProfile.class, "id")
            .rows(
                "outlet_entity_profiles",
                "How an outlet spoke of a catalogued thing in a window.",
                Set.of()));
  }

  private void add(RecordTables.Builder tables) {
    RecordTables built = tables.build();
    bySchema.put(built.schema().getFullName(), built);
  }

  private static Map<String, String> ofEdge() {
    return above("lineageId", "id", "articleId", "articleId", "originId", "originId");
  }

  private static Map<String, String> above(String... columnsAndFields) {
    Map<String, String> out = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndFields.length; i += 2) {
      out.put(columnsAndFields[i], columnsAndFields[i + 1]);
    }
    return out;
  }

  private static boolean isMerged(IndexedRecord cluster) {
    return cluster.get(cluster.getSchema().getField("mergedInto").pos()) != null;
  }

  private static boolean isRemoved(IndexedRecord entry) {
    return (Boolean) entry.get(entry.getSchema().getField("removed").pos());
  }

  /** The tables that records of a schema fill; none for records that are not stored. */
  public Optional<RecordTables> of(Schema schema) {
    return Optional.ofNullable(bySchema.get(schema.getFullName()));
  }

  /** Every table, in the order of the stream. */
  public List<Table> all() {
    List<Table> out = new ArrayList<>();
    bySchema.values().forEach(tables -> out.addAll(tables.tables()));
    return out;
  }
}
