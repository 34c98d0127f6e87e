package org.hearsay.store.index;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.hearsay.store.search.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of a claim. Fields that filters name are called as the filters are, facets
 * likewise.
 */
final class ClaimFields {
  static final String ID = "id";
  static final String COMMIT = "commit";
  static final String DATED = "datedAt";
  static final String UNDATED = "undated";
  static final String CONFIDENCE = "confidence";
  static final String CHECK_WORTHINESS = "checkWorthiness";
  static final String OUTLET = "outlet";
  static final String SPEAKER = "speaker";
  static final String RELAY = "relay";
  static final String ORIGIN = "origin";
  static final String ENTITY = "entity";
  static final String ARTICLE = "article";
  static final String TEXT = "q";

  /** The names of the filters that choose claims that have no such thing. */
  static final String NONE = "none";

  /** Columns whose words are filters and facets of the same name. */
  private static final List<String> WORDS =
      List.of("form", "cueKind", "cueMode", "stance", "speakerKind", "voice");

  /** Columns whose keys are filters of the same name; what they have are facets, too. */
  private static final List<String> KEYS = List.of(OUTLET, SPEAKER, RELAY, ENTITY, ARTICLE);

  static final String VERB = "cueLemma";
  static final String SPEAKER_TYPE = "speakerType";

  /** Columns whose words are only counted. */
  private static final List<String> COUNTED = List.of(VERB, SPEAKER_TYPE);

  /** A claim without a figure stands behind all that have one. */
  static final double NO_CHECK_WORTHINESS = -1;

  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private static final String ROWS =
      """
      SELECT c.id, c."commit", c.articleId AS article,
        coalesce(c.outletId, c.outletName) AS outlet,
        c.outletName AS outletCalled,
        c.speakerKey AS speaker, c.speakerName AS speakerCalled, c.viaName IS NULL AS unrelayed,
        c.form, c.cueKind, c.cueMode, c.stance, c.speakerKind, c.voice, c.confidence,
        c.cueLemma, c.speakerType,
        c.checkWorthiness, c.datedAt, c.publishedAt IS NULL AS undated, c.about AS entity,
        lower(strip_accents(c.contentText)) AS q,
        l.relay, l.relayCalled, l.origin, %s AS whole
      FROM claims c LEFT JOIN (
        SELECT claimId, list(k ORDER BY k.position) AS chain, list("key") FILTER (role = 'RELAY' AND "key" IS NOT NULL) AS relay,
          list(name) FILTER (role = 'RELAY' AND "key" IS NOT NULL) AS relayCalled,
          list("key") FILTER (role = 'ORIGIN' AND "key" IS NOT NULL) AS origin
        FROM chain_links k
        WHERE "commit" > $after::BIGINT AND "commit" <= $until::BIGINT
        GROUP BY claimId) l ON l.claimId = c.id
      WHERE c."commit" > $after::BIGINT AND c."commit" <= $until::BIGINT"""
          .formatted(WholeClaims.SQL);

  private final Map<String, Codes> codes = new LinkedHashMap<>();

  ClaimFields() {
    KEYS.forEach(field -> codes.put(field, new Codes()));
    WORDS.forEach(field -> codes.put(field, new Codes()));
    COUNTED.forEach(field -> codes.put(field, new Codes()));
  }

  /** The claims that some transactions wrote, with the columns that {@link #document} takes. */
  static Statement rows(long after, long until) {
    return new Statement(
        ROWS, Map.of("after", Long.toString(after), "until", Long.toString(until)));
  }

  /** The numbers of a field's texts. */
  Codes codes(String field) {
    Codes out = codes.get(field);
    if (out == null) {
      throw new IllegalArgumentException("no texts of " + field + " are counted");
    }
    return out;
  }

  /** Whether a field's texts are a facet. */
  boolean isCounted(String field) {
    return KEYS.contains(field) || WORDS.contains(field);
  }

  /** Whether a field has texts by which claims are chosen. */
  static boolean isTerm(String field) {
    return KEYS.contains(field) || WORDS.contains(field) || field.equals(ORIGIN);
  }

  /** A claim as the index takes it. */
  Document document(Map<String, @Nullable Object> row) {
    Document out = new Document();
    String id = text(row, ID);
    out.add(new StringField(ID, id, Field.Store.NO));
    out.add(new SortedDocValuesField(ID, new BytesRef(id)));
    out.add(new NumericDocValuesField(COMMIT, number(row.get(COMMIT)).longValue()));
    one(out, ARTICLE, row.get(ARTICLE), null);
    one(out, OUTLET, row.get(OUTLET), row.get("outletCalled"));
    one(out, SPEAKER, row.get(SPEAKER), row.get("speakerCalled"));
    WORDS.forEach(field -> one(out, field, row.get(field), row.get(field)));
    COUNTED.forEach(field -> coded(out, field, row.get(field), null));
    several(out, ENTITY, row.get(ENTITY), null);
    several(out, RELAY, row.get(RELAY), row.get("relayCalled"));
    if (row.get(ORIGIN) instanceof List<?> origins) {
      origins.forEach(key -> out.add(new StringField(ORIGIN, String.valueOf(key), Field.Store.NO)));
    }
    none(out, SPEAKER, row.get(SPEAKER) == null);
    none(out, "speakerKind", row.get(SPEAKER) == null);
    none(out, RELAY, Boolean.TRUE.equals(row.get("unrelayed")));
    if (row.get(DATED) instanceof LocalDateTime at) {
      out.add(new LongPoint(DATED, micros(at)));
      out.add(new NumericDocValuesField(DATED, micros(at)));
    }
    if (Boolean.TRUE.equals(row.get(UNDATED))) {
      out.add(new NumericDocValuesField(UNDATED, 1));
    }
    figure(out, CONFIDENCE, row.get(CONFIDENCE), 0);
    figure(out, CHECK_WORTHINESS, row.get(CHECK_WORTHINESS), NO_CHECK_WORTHINESS);
    if (row.get(WholeClaims.FIELD) instanceof String whole) {
      out.add(new StoredField(WholeClaims.FIELD, new BytesRef(whole)));
    }
    if (row.get(TEXT) instanceof String folded) {
      out.add(new BinaryDocValuesField(TEXT, new BytesRef(folded)));
    }
    return out;
  }

  private void one(Document out, String field, @Nullable Object value, @Nullable Object called) {
    if (value != null) {
      out.add(new StringField(field, String.valueOf(value), Field.Store.NO));
      coded(out, field, value, called);
    }
  }

  private void coded(Document out, String field, @Nullable Object value, @Nullable Object called) {
    if (value != null) {
      int code =
          codes(field).code(String.valueOf(value), called == null ? null : String.valueOf(called));
      out.add(new SortedNumericDocValuesField(field, code));
    }
  }

  private void several(
      Document out, String field, @Nullable Object values, @Nullable Object called) {
    if (!(values instanceof List<?> texts)) {
      return;
    }
    Map<String, @Nullable Object> distinct = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      distinct.put(
          String.valueOf(texts.get(i)), called instanceof List<?> names ? names.get(i) : null);
    }
    distinct.forEach((text, name) -> one(out, field, text, name));
  }

  private static void none(Document out, String filter, boolean has) {
    if (has) {
      out.add(new StringField(NONE, filter, Field.Store.NO));
    }
  }

  private static void figure(Document out, String field, @Nullable Object value, double absent) {
    if (value != null) {
      out.add(new DoublePoint(pointOf(field), number(value).doubleValue()));
    }
    double known = value == null ? absent : number(value).doubleValue();
    out.add(new NumericDocValuesField(field, NumericUtils.doubleToSortableLong(known)));
  }

  /** The field by which a figure is chosen; claims that have none are not in it. */
  static String pointOf(String figure) {
    return figure + "Point";
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private static Number number(@Nullable Object value) {
    return value instanceof Number number ? number : 0;
  }

  /** Microseconds since 1970: the store's times are as fine as that. */
  static long micros(LocalDateTime at) {
    return ChronoUnit.MICROS.between(EPOCH, at);
  }
}
