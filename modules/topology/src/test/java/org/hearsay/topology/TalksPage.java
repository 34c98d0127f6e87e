package org.hearsay.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.hearsay.records.Page;

/** A page as it is fetched, and others. */
public final class TalksPage {
  private static final String HTML =
      """
      <html><head><title>Ministry confirms talks</title>
      <meta property="og:site_name" content="Lakeside Courier"></head><body>
      <article><h1>Ministry confirms talks</h1>
      <p>Serbia has asked NATO for a meeting next week, the foreign ministry said on Monday.</p>
      <p>“We want to talk about the crossings and nothing else,” minister Milan Testovic said.</p>
      <p>According to the Lakeside Courier, the meeting will be held in Brussels on Thursday.</p>
      <p>The governor had told Reuters that the ferry would stop.</p>
      </article></body></html>
      """;

  private TalksPage() {}

  /** The page, at an address. */
  public static Page at(String url) {
    return page(url, HTML.getBytes(StandardCharsets.UTF_8));
  }

  /** Any page. */
  public static Page page(String url, byte[] content) {
    return Page.newBuilder().setUrl(url).setContent(ByteBuffer.wrap(content)).build();
  }
}
