package org.hearsay.web.api;

import java.util.List;
import org.hearsay.store.search.Claims;
import org.hearsay.web.shapes.Field;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;

/** What is answered of claims. */
final class ClaimShapes {
  private ClaimShapes() {}

  static Shape whole(TableShapes tables) {
    return Shape.object("Claim")
        .with(ClaimRows.shape(tables).fields())
        .maybe("article", ArticleRows.shape(tables), "Where it stands; left out once it is gone.")
        .withCommit();
  }

  static Shape facets() {
    Shape value =
        Shape.object("FacetValue")
            .with("value", Shape.text(), "What the filter of the facet's name takes.")
            .maybe("name", Shape.text(), "What it is called.")
            .with("count", Shape.integer(), "How many claims have it.")
            .with("chosen", Shape.truth(), "Whether it is filtered by.");
    List<Field> facets =
        Claims.FACETS.stream()
            .map(facet -> new Field(facet.name(), Shape.list(value), true, ""))
            .toList();
    List<Field> statements =
        Claims.FACETS.stream()
            .map(facet -> new Field(facet.name(), Shape.text(), true, ""))
            .toList();
    return Shape.object("Facets")
        .with("total", Shape.integer(), "How many claims the filters choose.")
        .with("outlets", Shape.integer(), "Of how many outlets.")
        .with("articles", Shape.integer(), "Of how many articles.")
        .with("speakers", Shape.integer(), "Of how many speakers.")
        .with("facets", Shape.object().with(facets), "The most frequent values of each.")
        .with("sql", Shape.object().with(statements), "The statement that answers the same.")
        .withCommit();
  }

  static Shape series() {
    Shape bucket =
        Shape.object("Bucket")
            .with("at", Shape.time(), "When it begins.")
            .with("claims", Shape.integer(), "How many the filters choose.")
            .with("of", Shape.integer(), "How many there are by the times and voices alone.");
    return Shape.object("Series")
        .with("by", Shape.word("hour", "day", "week", "month"), "How long a stretch is.")
        .with("buckets", Shape.list(bucket), "Each from the first to the last that has any.")
        .with("completeUntil", Shape.time(), "Stretches that end after it are not over.")
        .with("undated", Shape.integer(), "How many say no time: they stand where first seen.")
        .withStatement()
        .withCommit();
  }

  static Shape confidence() {
    Shape band =
        Shape.object("ConfidenceBand")
            .with("from", Shape.number(), "At least.")
            .with("to", Shape.number(), "Less than; the last: at most.")
            .with("claims", Shape.integer(), "How many are as sure as that.");
    Shape least =
        Shape.object()
            .with("from", Shape.number(), "Claims that are at least that sure.")
            .with("claims", Shape.integer(), "How many there were.")
            .with("right", Shape.number(), "0..1: how many of them were right.");
    Shape measured =
        Shape.object()
            .with("source", Shape.text(), "On what, and what counts as right.")
            .with("measured", Shape.text(), "The day.")
            .with("articles", Shape.integer(), "Of how many articles.")
            .with("atLeast", Shape.list(least), "In steps of a twentieth.");
    return Shape.object("Confidence")
        .with("bands", Shape.list(band), "In order.")
        .with("measured", measured, "How often claims of some confidence were right.")
        .withStatement()
        .withCommit();
  }
}
