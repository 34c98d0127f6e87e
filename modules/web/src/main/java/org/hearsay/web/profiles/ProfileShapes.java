package org.hearsay.web.profiles;

import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;

/** What is answered of outlets and of catalogued things. */
final class ProfileShapes {
  private static final String NAME = "name";
  private static final String OUTLETS = "outlets";
  private static final String SHARE = "share";
  private static final String MENTIONS = "mentions";
  private static final String CLAIMS = "claims";

  private final TableShapes tables;

  ProfileShapes(TableShapes tables) {
    this.tables = tables;
  }

  private static Shape ended(Shape shape) {
    return shape
        .with("sql", Shape.text(), "A statement that answers a part of it.")
        .with("statements", Shape.map(Shape.text()), "The statement behind each list, by its name.")
        .withCommit();
  }

  private Shape catalogued(Shape shape) {
    return shape.maybe(tables.only(OUTLETS, "country", "owner", "kind"));
  }

  private static Shape republished(Shape shape) {
    return shape
        .with(
            "articles", Shape.integer(), "How many it published, with those that were taken over.")
        .with("republished", Shape.integer(), "How many of them were taken over.")
        .with("republishedShare", Shape.number(), "0..1: how many of all.");
  }

  /** An outlet in a list. */
  Shape outletRow() {
    return republished(
            catalogued(
                Shape.object("OutletRow")
                    .with("outletId", Shape.text(), "Its catalogue id, else its name.")
                    .with(NAME, Shape.text(), "")))
        .with("claims", Shape.integer(), "How many its articles have.");
  }

  /** One outlet. */
  Shape outlet() {
    Shape named =
        Shape.object()
            .with("id", Shape.text(), "Its catalogue id, else its name.")
            .with(NAME, Shape.text(), "");
    Shape window =
        Shape.object("OutletWindow")
            .with(
                tables.only(
                    "outlet_profiles",
                    "id",
                    "windowStart",
                    "windowEnd",
                    "complete",
                    "articles",
                    "republished",
                    "loadedPerThousand",
                    "bias"));
    Shape median =
        Shape.object()
            .maybe("republishedShare", Shape.number(), "")
            .maybe("loadedPerThousand", Shape.number(), "")
            .maybe("bias", Shape.number(), "")
            .maybe("anonymousShare", Shape.number(), "")
            .maybe("directShare", Shape.number(), "");
    return ended(
        Shape.object("OutletWhole")
            .with("outlet", catalogued(named), "")
            .with(
                "profiles",
                Shape.list(window),
                "Its windows, the oldest first. Their articles are those that are its own, without"
                    + " what it republished; those of whole are all.")
            .with(
                "whole",
                counted(),
                "All that it published: articles are its own and what it took over.")
            .with(OUTLETS, Shape.integer(), "How many outlets the median is of.")
            .with("leastArticles", Shape.integer(), "How many articles each of these has at least.")
            .with(
                "median",
                median,
                "The middle of outlets with three articles at least; where fewer than three have as"
                    + " many, of all."));
  }

  private Shape counted() {
    Shape speaker =
        shared(
            Shape.object("SpeakerShare")
                .with("key", Shape.text(), "What claims are filtered by.")
                .maybe(NAME, Shape.text(), "")
                .maybe("kind", Shape.text(), "As in Claim.speakerKind.")
                .maybe("type", Shape.text(), "As in Claim.speakerType.")
                .with("claims", Shape.integer(), "In all that the outlet published.")
                .with("direct", Shape.integer(), "How many of them are quoted word by word.")
                .with("mixed", Shape.integer(), "How many of them are quoted in part."));
    Shape spokenOf =
        Shape.object()
            .with("entityId", Shape.text(), "")
            .with(NAME, Shape.text(), "")
            .with(MENTIONS, Shape.integer(), "");
    Shape verb =
        shared(
            Shape.object()
                .with("verb", Shape.text(), "")
                .maybe("stance", Shape.text(), "As in Claim.stance.")
                .with("count", Shape.integer(), ""));
    Shape term =
        Shape.object("TermCount")
            .with("text", Shape.text(), "In lower case.")
            .with(tables.only("framing_terms", "category"))
            .with("count", Shape.integer(), "")
            .with("articles", Shape.list(Shape.text()), "The ids of some that have it.");
    Shape kind =
        shared(
            Shape.object()
                .with("kind", Shape.text(), "As in Claim.speakerKind, or NONE.")
                .with("claims", Shape.integer(), ""));
    return republished(Shape.object())
        .maybe("words", Shape.integer(), "In its own voice, of its own articles.")
        .maybe("bias", Shape.number(), "Of these.")
        .maybe("loadedPerThousand", Shape.number(), "Loaded words among 1,000 of these.")
        .with("claims", Shape.integer(), "How many its articles have.")
        .maybe("anonymousShare", Shape.number(), "0..1: of speakers who are not to be known.")
        .maybe("directShare", Shape.number(), "0..1: quoted word by word.")
        .with(
            "own",
            Shape.list(
                Shape.object("OwnArticle")
                    .with(tables.only("articles", "id", "title", "datedAt", "publishedPrecision"))
                    .maybe(tables.only("articles", "publishedAt"))),
            "Its own articles, the newest first, twenty at most.")
        .with("relays", Shape.list(source("Relayed", "key")), "Whom it relays.")
        .with("origins", Shape.list(source("Origin", "outletId")), "Whom it has articles from.")
        .with(
            "speakers",
            Shape.list(speaker),
            "Who speaks in what it published, with what it took over: the most frequent twenty.")
        .with("spokenOf", Shape.list(spokenOf), "What its own articles name.")
        .with("verbs", Shape.list(verb), "With which verbs it attributes.")
        .with("terms", Shape.list(term), "Its loaded words and labels, in its own voice.")
        .with("speakerKinds", Shape.list(kind), "How it calls those who speak.");
  }

  private static Shape source(String shape, String key) {
    return shared(
        Shape.object(shape)
            .maybe(key, Shape.text(), "")
            .maybe(NAME, Shape.text(), "")
            .with("count", Shape.integer(), ""));
  }

  private static Shape shared(Shape shape) {
    return shape.maybe(SHARE, Shape.number(), "0..1: how many of all, where there are any.");
  }

  /** A catalogued thing in a list. */
  Shape entityRow() {
    return Shape.object("EntityRow")
        .with("entityId", Shape.text(), "Its catalogue id.")
        .with(tables.only(MENTIONS, NAME, "type"))
        .with(MENTIONS, Shape.integer(), "How often it is named.")
        .with("articles", Shape.integer(), "In how many articles.");
  }

  /** One thing or person. */
  Shape entity() {
    Shape thing =
        Shape.object()
            .with("id", Shape.text(), "Its catalogue id, else name: and its folded name.")
            .with("catalogued", Shape.truth(), "Whether the catalogue knows it.")
            .maybe(NAME, Shape.text(), "")
            .maybe("type", Shape.text(), "As in Mention.type.")
            .maybe("aliases", Shape.list(Shape.text()), "Its other names in the catalogue.");
    Shape tone =
        ofOutlet(Shape.object("TonePoint"))
            .with("at", Shape.time(), "When the stretch begins.")
            .with("tone", Shape.number(), "-1 to 1, in the outlet's own voice.")
            .with(MENTIONS, Shape.integer(), "How many have a tone.");
    Shape naming =
        Shape.object("CalledBy")
            .with("text", Shape.text(), "As it is called.")
            .maybe("outletId", Shape.text(), "Its catalogue id, else its name.")
            .maybe("outletName", Shape.text(), "")
            .with("voice", Shape.text(), "As in Mention.voice.")
            .with("count", Shape.integer(), "");
    Shape saidOf =
        Shape.object()
            .with("speakerKey", Shape.text(), "What claims are filtered by.")
            .maybe("speakerName", Shape.text(), "")
            .with(CLAIMS, Shape.integer(), "");
    Shape says =
        Shape.object()
            .with(CLAIMS, Shape.integer(), "")
            .with("articles", Shape.integer(), "Of how many articles.")
            .with(OUTLETS, Shape.integer(), "Of how many outlets.");
    Shape through =
        Shape.object()
            .with("key", Shape.text(), "What claims are filtered by.")
            .maybe(NAME, Shape.text(), "")
            .with(CLAIMS, Shape.integer(), "");
    return ended(
        Shape.object("EntityWhole")
            .with("tone", Shape.list(tone), "How outlets speak of it, in order of time.")
            .with("toneBy", Shape.word("day"), "How long a stretch is.")
            .with("naming", Shape.list(naming), "What it is called, by whom, in which voice.")
            .with(
                "voices",
                Shape.list(
                    toned(Shape.object().with("voice", Shape.text(), "As in Mention.voice."))),
                "In whose voice it is named.")
            .with(
                OUTLETS,
                Shape.list(toned(ofOutlet(Shape.object()).with("articles", Shape.integer(), ""))),
                "Which outlets name it.")
            .with("entity", thing, "")
            .with("saidOf", Shape.list(saidOf), "Who says something of it.")
            .with("says", says, "How much it says itself.")
            .with("saysThrough", Shape.list(through), "Who passes on what it says.")
            .with(
                "saysIn",
                Shape.list(ofOutlet(Shape.object()).with(CLAIMS, Shape.integer(), "")),
                "Which outlets let it speak."));
  }

  private static Shape ofOutlet(Shape shape) {
    return shape
        .with("outletId", Shape.text(), "Its catalogue id, else its name.")
        .maybe("outletName", Shape.text(), "");
  }

  private static Shape toned(Shape shape) {
    return shape
        .with(MENTIONS, Shape.integer(), "")
        .maybe("tone", Shape.number(), "-1 to 1, on average.")
        .with("toned", Shape.integer(), "How many have a tone.");
  }
}
