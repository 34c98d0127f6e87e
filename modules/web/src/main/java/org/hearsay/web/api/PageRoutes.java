package org.hearsay.web.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.store.search.PageOutcome;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Exchange;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.pipeline.PageInbox;
import org.hearsay.web.pipeline.PageInboxException;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** Pages sent to be read, and what came of them. Safe for use by several threads. */
public final class PageRoutes {
  /** The stage that reads pages refuses longer ones. */
  private static final int MOST_BYTES = Exchange.MOST_BODY;

  private static final String AT = "/api/pages";
  private static final List<String> TYPES =
      List.of("text/html", "application/xhtml+xml", "text/plain");

  /** Addresses are kept for a while: what is asked for is what came of the last page sent. */
  private static final int MOST_REMEMBERED = 10_000;

  private static final Parameter URL =
      Parameter.neededText("url", "The address that the page was fetched from: http or https.");

  private final Asker asker;
  private final Optional<PageInbox> inbox;
  private final Cache<String, Instant> sent =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /** Over that store, sending to that inbox. */
  public PageRoutes(Asker asker, Optional<PageInbox> inbox) {
    this.asker = asker;
    this.inbox = inbox;
  }

  /** The routes. */
  public List<Route> all() {
    return List.of(
        new Route(
            "POST",
            AT,
            "send-page",
            "Takes a page that is to be read. The answer says where its result will stand.",
            List.of(
                URL,
                Parameter.whole(
                    "The page, of at most "
                        + MOST_BYTES
                        + " bytes; its Content-Type is what it was fetched with.",
                    TYPES)),
            Reply.of(shape()).with(202),
            false,
            this::put),
        Route.get(
                AT,
                "page-status",
                "What came of a page: WAITING, READ with the article's id, or FAILED with the"
                    + " reason.",
                List.of(URL),
                Reply.of(shape()),
                this::status)
            .changing());
  }

  private static Shape shape() {
    return Shape.object("PageStatus")
        .with("url", Shape.text(), "The page's address.")
        .with("status", Shape.word("WAITING", "READ", "FAILED"), "")
        .maybe("at", Shape.text(), "Where the status stands, once the page was sent.")
        .maybe("articleId", Shape.text(), "The article, where it was READ.")
        .maybe("reason", Shape.text(), "Why, where it FAILED.");
  }

  private Answer put(Asked asked) {
    PageInbox open =
        inbox.orElseThrow(
            () ->
                Problem.of(
                    403,
                    "Pages are not taken here",
                    "This server shows a store that nothing is written to. hearsay up takes pages,"
                        + " and so does hearsay serve beside a cluster."));
    String url = address(asked);
    @Nullable String type = type(asked.contentType());
    if (asked.body().length() == 0) {
      throw Problem.of(400, "There is no page", "The body is the page itself, and it is empty.");
    }
    if (asked.body().length() > MOST_BYTES) {
      throw Problem.of(
          413,
          "The page is too large",
          "It has %d bytes, and at most %d are read.".formatted(asked.body().length(), MOST_BYTES));
    }
    try {
      sent.put(url, open.put(url, type, asked.body().array()));
    } catch (PageInboxException e) {
      throw Problem.of(503, "The page cannot be taken now", String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(503, "The server stops", "Send the page again when it runs.");
    }
    String at = AT + "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("url", url);
    answer.put("status", "WAITING");
    answer.put("at", at);
    return Answer.json(202, answer, Map.of("Location", at));
  }

  private Answer status(Asked asked) {
    String url = address(asked);
    @Nullable Instant since = sent.getIfPresent(url);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("url", url);
    Optional<Map<String, Object>> found =
        asker.rows(PageOutcome.of(url, Optional.ofNullable(since))).stream().findFirst();
    if (found.isPresent()) {
      answer.putAll(found.get());
    } else if (since != null) {
      answer.put("status", "WAITING");
    } else {
      throw Problem.of(
          404,
          "No page is known by that address",
          "Either none was sent, or it is not read yet, and was sent elsewhere or before this"
              + " server began.");
    }
    return Answer.json(answer);
  }

  private static String address(Asked asked) {
    String url =
        asked
            .one(URL.name())
            .orElseThrow(
                () ->
                    Problem.parameter(
                        URL.name(), "has to be given: the address of the page, encoded"));
    try {
      URI uri = new URI(url);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, as for one without a host.
    }
    throw Problem.parameter(
        URL.name(), "takes a whole http or https address, such as https://example.org/news/1");
  }

  private static @Nullable String type(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return null;
    }
    String bare = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!TYPES.contains(bare)) {
      throw Problem.of(
          415,
          "That is no page",
          "The Content-Type is "
              + bare
              + ": send the page's own, text/html, application/xhtml+xml or text/plain; with curl:"
              + " --data-binary @page.html --header 'Content-Type: text/html'");
    }
    return contentType;
  }
}
