package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.cli.output.AnalysisJson;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import org.hearsay.page.PageReader;
import org.hearsay.page.PageReading;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Comment;
import org.hearsay.records.Framing;
import org.hearsay.records.FramingEvidence;
import org.hearsay.records.Mention;
import org.hearsay.records.MovedBy;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.Notice;
import org.hearsay.records.SentenceFraming;
import org.hearsay.records.SourceShare;
import org.hearsay.records.Span;
import org.hearsay.records.VoiceFraming;
import org.hearsay.records.topics.Stage;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.records.FramingRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What {@code analyze} prints and what the stages write are two shapes of one analysis: on every
 * sample page, every field of both is compared, and none of either may be forgotten.
 */
class JsonAndAvroIT {
  private static final String OF_ARTICLE = "the line has it once, in its article";
  private static final String DERIVED_ID = "the key of the topic's rows; in JSON the place says it";

  /** A page with what the samples lack: an offset, a change, a section, a thread of comments. */
  private static final Sample FULL =
      new Sample(
          "https://www.adriaticcourier.example/2026/01/ferry-timetable/",
          "text/html; charset=utf-8",
          """
          <html lang="en"><head><title>Ferry timetable changes</title>
          <meta property="og:site_name" content="Adriatic Courier">
          <script type="application/ld+json">
          {"@context": "https://schema.org", "@type": "NewsArticle",
           "headline": "Ferry timetable changes", "articleSection": "Transport",
           "datePublished": "2026-01-12T09:30:00+01:00",
           "dateModified": "2026-01-12T11:00:00+01:00",
           "author": [{"@type": "Person", "name": "Ana Probna"},
                      {"@type": "Person", "name": "Ivan Primjer"}]}
          </script></head><body>
          <article><h1>Ferry timetable changes</h1>
          <p>The harbour office said on Monday that the last ferry would leave an hour earlier from
          the first of February, because the crews need longer breaks than before.</p>
          <p>“Nobody will be left on the quay,” harbour master Petra Ogledna told the Adriatic
          Courier after a meeting with the unions.</p>
          <p>No ferry sails to the breakaway province of Kosovo, of course.</p>
          </article>
          <section id="comments"><ol class="comment-list">
          <li class="comment" id="comment-1"><article class="comment-body">
          <cite class="fn">Marin</cite>
          <time datetime="2026-01-12T12:00:00+01:00">12 January 2026 at 12:00</time>
          <div class="comment-content"><p>Nobody asked Serbia, of course, as always. The mayor
          said that nobody would be left on the quay, and NATO denied it.</p></div>
          </article><ol class="children">
          <li class="comment" id="comment-2"><article class="comment-body">
          <cite class="fn">Luka</cite>
          <time datetime="2026-01-12T12:10:00+01:00">12 January 2026 at 12:10</time>
          <div class="comment-content"><p>What has Serbia got to do with our ferry?</p></div>
          </article></li></ol></li></ol></section>
          </body></html>
          """);

  /**
   * A page in a language in which claims are not looked for: the result says that it is partial.
   */
  private static final Sample PARTIAL =
      new Sample(
          "https://other.example/sr",
          "text/html; charset=utf-8",
          "<html><head><title>Vest</title></head><body><article><p>"
              + "Министар је рекао да ће разговори бити настављени следеће недеље. ".repeat(8)
              + "</p></article></body></html>");

  private final ObjectMapper mapper = new ObjectMapper();

  private final Pairing spans = new Pairing(Span.getClassSchema()).same("start", "end");

  private final Pairing article =
      new Pairing(Article.getClassSchema())
          .as("id", "article/id")
          .as("url", "article/url")
          .computed("outletId", line -> outlet(line, "id"), "article/outletId", "article/outlet/id")
          .computed(
              "outletName",
              line -> outlet(line, "name"),
              "article/outletName",
              "article/outlet/name")
          .as("title", "article/title")
          .as("dek", "article/dek")
          .as("byline", "article/byline")
          .as("authors", "article/authors")
          .as("section", "article/section")
          .as("language", "article/language")
          .as("body", "article/body")
          .as("partial", "partial")
          .time("publishedAt", "article/publishedAt")
          .as("publishedPrecision", "article/publishedPrecision")
          .time("modifiedAt", "article/modifiedAt")
          .computed("publishedZone", line -> zone(Pairing.at(line, "article/publishedAt")))
          .each("paragraphs", "article/paragraphs", spans)
          .each(
              "notices",
              "article/notices",
              new Pairing(Notice.getClassSchema())
                  .same("kind", "name", "outletId", "evidence")
                  .onlyAvro("url", "the link behind a notice resolves its outlet, which both give"))
          .computed("commentCount", line -> (double) line.get("comments").size())
          .onlyAvro("pageUrl", "the key of the pages topic; analyze has the file")
          .onlyAvro(
              "publisher", "the page's own words, kept so that annotate can resolve them again")
          .onlyJson("file", "names the input, which a stage does not have")
          .onlyJson("comments", "rows of the comments topic, compared by themselves");

  private final Pairing comment =
      new Pairing(Comment.getClassSchema())
          .same("id", "position", "author", "text", "replyTo")
          .same("articleId", "outletId", "outletName", "title", "url")
          .time("postedAt", "postedAt")
          .onlyJson("mentions", "rows of the mentions topic, compared by themselves")
          .onlyJson("claims", "rows of the claims topic, compared by themselves")
          .onlyJson("framing", "a row of the framing topic, compared by itself");

  private final Pairing mention =
      new Pairing(Mention.getClassSchema())
          .same("start", "end", "text", "type", "entityId", "clusterId", "name", "voice")
          .same("confidence", "tone", "claimId", "id", "articleId", "outletId", "comment")
          .same("sentence");

  private final Pairing claim =
      new Pairing(Claim.getClassSchema())
          .same("id", "form", "within", "confidence", "cueKind", "cueMode", "checkWorthiness")
          .each("content", "content", spans)
          .each("cue", "cue", spans)
          .each("source", "source", spans)
          .computed("speakerText", json -> speaker(json, "text"), "speakerText", "speaker/text")
          .computed("speakerName", json -> speaker(json, "name"), "speakerName", "speaker/name")
          .computed("speakerId", json -> speaker(json, "entityId"), "speakerId", "speaker/entityId")
          .computed(
              "speakerConfidence",
              json -> speaker(json, "confidence"),
              "speakerConfidence",
              "speaker/confidence")
          .same("speakerKey", "speakerType", "speakerKind", "cueLemma", "stance", "denies", "about")
          .same("viaId", "viaName", "viaVerb", "hops", "voice", "comment")
          .same("contentText", "cueText", "sourceText")
          .each(
              "chain",
              "chain",
              new Pairing(ChainLink.getClassSchema())
                  .same("role", "name", "text", "id", "evidence", "evidenceKind", "confidence")
                  .same("position", "type", "key", "verb", "confirmation"))
          .same("articleId", "outletId", "outletName", "title", "url", "publishedPrecision")
          .time("publishedAt", "publishedAt");

  private final Pairing framing =
      new Pairing(Framing.getClassSchema())
          .same("bias")
          .each(
              "voices",
              "voices",
              new Pairing(VoiceFraming.getClassSchema())
                  .same("voice", "words", "bias", "loadedPerThousand", "counts"))
          .each(
              "sentences",
              "sentences",
              new Pairing(SentenceFraming.getClassSchema())
                  .same("start", "end", "voice", "bias")
                  .each(
                      "moved",
                      "moved",
                      new Pairing(MovedBy.getClassSchema())
                          .same("start", "end", "text", "voice", "by"))
                  .onlyJson("terms", "the evidence of the whole, compared there"))
          .each(
              "evidence",
              this::evidence,
              new Pairing(FramingEvidence.getClassSchema())
                  .same("part", "start", "end", "text", "category", "voice", "weight")
                  .same("negated", "reason"),
              "headline")
          .each(
              "naming",
              "naming",
              new Pairing(NamingVariant.getClassSchema())
                  .same("entityId", "name", "variant", "label", "voice", "count"))
          .each(
              "sources",
              "sources",
              new Pairing(SourceShare.getClassSchema())
                  .same("entityId", "name", "kind", "official", "claims", "wordsQuoted")
                  .same("wordsReported", "verbs"))
          .onlyAvro("id", DERIVED_ID)
          .onlyAvro("articleId", OF_ARTICLE)
          .onlyAvro("outletId", OF_ARTICLE)
          .onlyAvro("comment", "in JSON, framing stands in its comment")
          .onlyAvro("entities", "sums over the mentions for profiles; the line has each mention")
          .onlyAvro("relays", "sums over the chains for profiles; the line has each chain");

  private final Pairing summary =
      new Pairing(Annotation.getClassSchema())
          .as("articleId", "article/id")
          .as("outletId", "article/outlet/id")
          .as("language", "article/language")
          .as("partial", "partial")
          .computed("mentions", line -> (double) line.get("mentions").size(), "mentions")
          .computed("claims", line -> (double) line.get("claims").size(), "claims")
          .computed("claimIds", JsonAndAvroIT::claimIds)
          .onlyAvro("sentences", "a count for dashboards")
          .onlyJson("article", "a row of the articles topic, compared by itself")
          .onlyJson("comments", "rows of the comments topic, compared by themselves")
          .onlyJson("framing", "a row of the framing topic, compared by itself")
          .onlyJson("file", "names the input, which a stage does not have");

  /** What the line says twice, of the outlet: as the topics do, and in an object. */
  private static @Nullable Object outlet(JsonNode line, String field) {
    String flat = field.equals("id") ? "outletId" : "outletName";
    assertThat(Pairing.at(line, "article/" + flat).asText(""))
        .isEqualTo(Pairing.at(line, "article/outlet/" + field).asText(""));
    return Pairing.value(Pairing.at(line, "article/" + flat));
  }

  /** The same of a claim's speaker. */
  private static @Nullable Object speaker(JsonNode claim, String field) {
    String flat = field.equals("entityId") ? "speakerId" : "speaker" + capital(field);
    Object value = Pairing.value(Pairing.at(claim, flat));
    assertThat(value).isEqualTo(Pairing.value(Pairing.at(claim, "speaker/" + field)));
    return value;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Object claimIds(JsonNode line) {
    List<String> out = new ArrayList<>();
    line.get("claims").forEach(claim -> out.add(claim.get("id").asText()));
    return out;
  }

  private static @Nullable Object zone(JsonNode time) {
    return time.isTextual() ? OffsetDateTime.parse(time.asText()).getOffset().getId() : null;
  }

  /** The terms of all sentences, then those of the title, each with the part that it stands in. */
  private ArrayNode evidence(JsonNode json) {
    ArrayNode out = mapper.createArrayNode();
    for (JsonNode sentence : json.get("sentences")) {
      sentence
          .get("terms")
          .forEach(term -> out.add(((ObjectNode) term.deepCopy()).put("part", "BODY")));
    }
    json.get("headline")
        .forEach(term -> out.add(((ObjectNode) term.deepCopy()).put("part", "TITLE")));
    return out;
  }

  @Test
  void everyTopicThatPagesAreWrittenToIsCompared() {
    Topics topics = new Topics();
    assertThat(
            Stream.of(Stage.READ, Stage.ANNOTATE)
                .flatMap(stage -> topics.writtenBy(stage).stream())
                .filter(topic -> topic.value() != null)
                .map(Topic::name)
                .distinct())
        .containsExactlyInAnyOrder(
            topics.articles().name(),
            topics.comments().name(),
            topics.mentions().name(),
            topics.claims().name(),
            topics.framing().name(),
            topics.annotations().name());
    Stream.of(article, comment, mention, claim, framing, summary).forEach(Pairing::requireWhole);
  }

  @Test
  void onEverySamplePageEachFieldOfTheRecordsSaysWhatTheJsonSays() throws Exception {
    List<Sample> samples = new ArrayList<>(Sample.all());
    samples.add(FULL);
    samples.add(PARTIAL);
    try (Analyzer analyzer = Analyzer.load(catalogue(), ReadingLanguage.CODE)) {
      for (Sample sample : samples) {
        compare(sample, analyzer);
      }
    }
    Set<String> unproven = new TreeSet<>();
    Stream.of(article, comment, mention, claim, framing, summary)
        .forEach(pairing -> unproven.addAll(pairing.neverFilled()));
    assertThat(unproven)
        .as("fields that no page of these fills, so that their comparison proves nothing")
        // The first only where a page is cut, which takes megabytes; the second is trace's.
        .containsExactly("Article.partial", "ChainLink.confirmation");
  }

  private void compare(Sample sample, Analyzer analyzer)
      throws IOException, UnreadablePageException {
    PageReading reading =
        new PageReader().read(sample.content(), sample.url(), sample.contentType());
    Publication publication = analyzer.publish(reading.article(), sample.url());
    org.hearsay.analysis.Annotation annotation = analyzer.annotate(publication);
    List<CommentAnnotation> readers = new ArrayList<>();
    for (ReaderComment comment : reading.comments()) {
      readers.add(analyzer.annotate(publication.commentId(readers.size()), comment));
    }
    AnalysisJson json = new AnalysisJson();
    String file = "page.html";
    JsonNode line =
        mapper.readTree(json.line(file, 0, publication, reading.comments(), annotation, readers));
    JsonNode extracted =
        mapper.readTree(json.line(file, 0, publication, reading.comments(), null, List.of()));

    article.check(
        "article",
        ArticleRecords.article(sample.url(), publication, reading.comments().size()),
        extracted);
    summary.check("annotation", ArticleRecords.summary(publication, annotation), line);
    rows(
        "mention",
        mention,
        ArticleRecords.mentions(publication, annotation.mentions()),
        line.get("mentions"));
    framing.check(
        "framing",
        FramingRecords.article(publication, annotation, analyzer.catalogue()),
        line.get("framing"));
    List<Claim> claims =
        annotation.claims().stream().map(c -> ClaimRecords.claim(publication, c)).toList();
    rows("claim", claim, claims, line.get("claims"));
    claims.forEach(row -> requireWords(row, line.at("/article/body").asText()));
    for (int i = 0; i < readers.size(); i++) {
      JsonNode object = line.get("comments").get(i);
      Comment row = ArticleRecords.comment(publication, i, reading.comments().get(i));
      assertThat(row.getPosition()).isEqualTo(i);
      comment.check("comment", row, object);
      rows(
          "mention",
          mention,
          ArticleRecords.mentions(row, readers.get(i).mentions()),
          object.get("mentions"));
      List<Claim> quoted =
          readers.get(i).claims().stream().map(c -> ClaimRecords.claim(row, c)).toList();
      rows("claim", claim, quoted, object.get("claims"));
      quoted.forEach(one -> requireWords(one, object.get("text").asText()));
      framing.check("framing", FramingRecords.comment(row, readers.get(i)), object.get("framing"));
    }
  }

  private static void rows(
      String what, Pairing pairing, List<? extends SpecificRecord> rows, JsonNode objects) {
    assertThat(rows).as(what).hasSize(objects.size());
    for (int i = 0; i < rows.size(); i++) {
      pairing.check(what + "[" + i + "]", rows.get(i), objects.get(i));
    }
  }

  private static void requireWords(Claim row, String body) {
    assertThat(row.getContentText()).isEqualTo(words(row.getContent(), body));
    assertThat(row.getCueText()).isEqualTo(words(row.getCue(), body));
    assertThat(row.getSourceText()).isEqualTo(words(row.getSource(), body));
  }

  private static String words(List<Span> spans, String body) {
    return String.join(
        " ", spans.stream().map(span -> body.substring(span.getStart(), span.getEnd())).toList());
  }

  private static Catalogue catalogue() throws IOException, CatalogueException {
    Path outlets = StageProcess.root().resolve("samples/catalogue/outlets.yaml");
    String yaml = Files.readString(outlets, StandardCharsets.UTF_8);
    return Catalogue.builtInAnd(List.of(new CatalogueSource(outlets.toString(), yaml)));
  }
}
