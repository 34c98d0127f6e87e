package org.hearsay.page;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The readable part of a page.
 *
 * @param place where it stands
 * @param head what stands above its text
 * @param text its text
 * @param notices where it came from, as it says
 * @param partial why the article is not whole (limits reached), empty when it is
 */
public record PageArticle(
    Place place, Head head, Text text, List<Notice> notices, List<String> partial) {

  /** Keeps its own copies of the lists. */
  public PageArticle {
    notices = List.copyOf(notices);
    partial = List.copyOf(partial);
  }

  /**
   * Where an article stands.
   *
   * @param url the canonical address, else the address that the page was fetched from, else null
   * @param publisher the outlet's name in the page's own words (site metadata, "Support X"), else
   *     null
   * @param section the part of the outlet that it stands in, as the page says
   */
  public record Place(@Nullable String url, @Nullable String publisher, @Nullable String section) {
    /** Of which nothing is known. */
    public static final Place UNKNOWN = new Place(null, null, null);
  }

  /**
   * What stands above an article's text; null where the page does not say.
   *
   * @param byline who wrote it, as the page says
   * @param authors the names in the byline, agencies left out
   * @param publishedAt with the zone that the page gives; UTC where it gives none
   * @param modifiedAt as {@code publishedAt}
   */
  public record Head(
      @Nullable String title,
      @Nullable String dek,
      @Nullable String byline,
      List<String> authors,
      @Nullable OffsetDateTime publishedAt,
      @Nullable OffsetDateTime modifiedAt) {
    /** Of a text that stands alone. */
    public static final Head NONE = new Head(null, null, null, List.of(), null, null);

    /** Keeps its own copy of the list. */
    public Head {
      authors = List.copyOf(authors);
    }
  }

  /**
   * An article's text.
   *
   * @param language ISO 639-1 code, by the text itself or else as the page says; null where neither
   *     tells
   * @param body the paragraphs, separated by one blank line ({@code \n\n}); may be empty
   * @param paragraphs each paragraph's span in {@code body}
   */
  public record Text(@Nullable String language, String body, List<Span> paragraphs) {
    /** Keeps its own copy of the list. */
    public Text {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** See {@link Place#url}. */
  public @Nullable String url() {
    return place.url();
  }

  /** See {@link Place#publisher}. */
  public @Nullable String publisher() {
    return place.publisher();
  }

  /** See {@link Place#section}. */
  public @Nullable String section() {
    return place.section();
  }

  /** See {@link Head#title}. */
  public @Nullable String title() {
    return head.title();
  }

  /** See {@link Head#dek}. */
  public @Nullable String dek() {
    return head.dek();
  }

  /** See {@link Head#byline}. */
  public @Nullable String byline() {
    return head.byline();
  }

  /** See {@link Head#authors}. */
  public List<String> authors() {
    return head.authors();
  }

  /** See {@link Head#publishedAt}. */
  public @Nullable OffsetDateTime publishedAt() {
    return head.publishedAt();
  }

  /** The same, published at another time. */
  PageArticle publishedAt(OffsetDateTime at) {
    Head dated = new Head(head.title, head.dek, head.byline, head.authors, at, head.modifiedAt);
    return new PageArticle(place, dated, text, notices, partial);
  }

  /** The same, not read as a whole for one more reason. */
  PageArticle partialFor(String reason) {
    List<String> reasons = new ArrayList<>(partial);
    reasons.add(reason);
    return new PageArticle(place, head, text, notices, reasons);
  }

  /** How exactly {@link #publishedAt} is known. */
  public PublishedPrecision publishedPrecision() {
    return PublishedPrecision.of(head.publishedAt());
  }

  /** See {@link Head#modifiedAt}. */
  public @Nullable OffsetDateTime modifiedAt() {
    return head.modifiedAt();
  }

  /** See {@link Text#language}. */
  public @Nullable String language() {
    return text.language();
  }

  /** See {@link Text#body}. */
  public String body() {
    return text.body();
  }

  /** See {@link Text#paragraphs}. */
  public List<Span> paragraphs() {
    return text.paragraphs();
  }
}
