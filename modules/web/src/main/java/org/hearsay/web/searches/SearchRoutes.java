package org.hearsay.web.searches;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Bytes;
import org.hearsay.web.http.Json;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** Saved searches over HTTP. */
final class SearchRoutes {
  private static final String AT = "/api/searches";
  private static final int MOST = 200;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_FILTER = 4_000;

  private final SearchBook book;
  private final Deliveries deliveries;
  private final SearchFile.Webhooks webhooks;

  SearchRoutes(SearchBook book, Deliveries deliveries, SearchFile.Webhooks webhooks) {
    this.book = book;
    this.deliveries = deliveries;
    this.webhooks = webhooks;
  }

  List<Route> all() {
    return List.of(
        Route.get(
                AT,
                "list-searches",
                "The saved searches, and what became of their webhooks.",
                List.of(),
                Reply.of(
                    Shape.object("Searches")
                        .with("items", Shape.list(kept()), "")
                        .with("lasting", Shape.truth(), "Whether they outlast the process.")),
                this::list)
            .changing(),
        Route.post(
            AT,
            "save-search",
            "Keeps a filter of claims, from now on; each claim that it chooses is sent to its"
                + " webhook. The answer shows the secret, and no other does.",
            List.of(
                Parameter.field("name", "string", null, "What the search is called."),
                Parameter.field(
                    "filter",
                    "string",
                    null,
                    "Which claims, as it stands after the question mark of /api/claims."),
                Parameter.field(
                    "webhook", "string", "", "Where claims are sent: an https address."),
                Parameter.field(
                    "secret",
                    "string",
                    "",
                    "What they are signed with, by Standard Webhooks; one is made where none is"
                        + " given.")),
            Reply.of(
                    shape("NewSearch")
                        .with("created", Shape.time(), "When.")
                        .maybe("secret", Shape.text(), "What messages are signed with."))
                .with(201),
            this::save),
        new Route(
            "DELETE",
            AT + "/{id}",
            "delete-search",
            "Forgets a saved search.",
            List.of(Parameter.path("id", "Its id.")),
            Reply.nothing(),
            false,
            this::delete));
  }

  private static Shape shape(String name) {
    Shape webhook =
        Shape.object("Webhook")
            .with("url", Shape.text(), "Where claims are sent.")
            .maybe("lastStatus", Shape.integer(), "The HTTP status of the last answer.")
            .maybe("lastAt", Shape.time(), "When the last was sent.")
            .maybe("failing", Shape.text(), "Why what is next cannot be sent.")
            .with("ended", Shape.truth(), "Whether the receiver wants no more.");
    return Shape.object(name)
        .with("id", Shape.text(), "")
        .with("name", Shape.text(), "As people call it.")
        .with("filter", Shape.text(), "As the query of /api/claims.")
        .maybe("webhook", webhook, "");
  }

  private static Shape kept() {
    return shape("SavedSearch")
        .maybe("file", Shape.truth(), "Whether it stands in a file that people write.")
        .maybe("created", Shape.time(), "When, of one that stands in none.");
  }

  private Answer list(Asked asked) {
    return Answer.json(
        Map.of("items", book.all().stream().map(this::told).toList(), "lasting", book.isLasting()));
  }

  private Map<String, Object> told(SavedSearch search) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", search.id());
    out.put("name", search.name());
    out.put("filter", search.filter());
    search
        .webhook()
        .ifPresent(
            hook -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("url", hook.url().toString());
              book.progress(search.id()).addTo(one);
              out.put("webhook", one);
            });
    if (search.given()) {
      out.put("file", true);
    } else {
      out.put("created", search.created().toString());
    }
    return out;
  }

  private Answer save(Asked asked) {
    @Nullable String type = asked.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw Problem.of(
          415, "That is no JSON", "Send Content-Type: application/json, and the search as JSON.");
    }
    SavedSearch search = read(Json.read(asked.body()));
    if (book.all().size() >= MOST) {
      throw Problem.of(
          409,
          "There are too many",
          "At most " + MOST + " searches are kept: delete one that is not wanted any more.");
    }
    book.add(search, Progress.none().at(deliveries.begins()));
    Map<String, Object> out = told(search);
    search.webhook().ifPresent(hook -> out.put("secret", hook.secret().text()));
    return Answer.json(201, out, Map.of("Location", AT + "/" + search.id()));
  }

  private SavedSearch read(JsonNode body) {
    if (!body.isObject()) {
      throw Problem.of(
          400, "That is no search", "Send an object such as {\"name\": \"…\", \"filter\": \"…\"}.");
    }
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!SavedSearch.FIELDS.contains(name)) {
        throw Problem.parameter(name, SavedSearch.UNKNOWN);
      }
    }
    String name = text(body, "name", LONGEST_NAME).map(String::strip).orElse("");
    if (name.isEmpty()) {
      throw Problem.parameter("name", "has to be given: what the search is called");
    }
    if (!body.has("filter")) {
      throw Problem.parameter("filter", "has to be given, such as speaker=name%3Aarta+krelani");
    }
    String filter = text(body, "filter", LONGEST_FILTER).orElse("");
    try {
      ClaimFilter.parse(filter);
    } catch (IllegalArgumentException e) {
      throw Problem.parameter("filter", "is wrong: " + e.getMessage());
    }
    return new SavedSearch(
        Ids.random(),
        name,
        filter,
        webhook(body),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        false);
  }

  private Optional<SavedSearch.Webhook> webhook(JsonNode body) {
    Optional<String> url = text(body, "webhook", Integer.MAX_VALUE);
    Optional<String> secret = text(body, "secret", Integer.MAX_VALUE);
    if (url.isEmpty()) {
      if (secret.isPresent()) {
        throw Problem.parameter("secret", "is for a webhook: give webhook, too");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(webhooks.of(url.get(), secret));
    } catch (IllegalArgumentException e) {
      throw Problem.parameter("webhook", "is refused: " + e.getMessage());
    }
  }

  private static Optional<String> text(JsonNode body, String name, int longest) {
    @Nullable JsonNode value = body.get(name);
    if (value == null || value.isNull() || (value.isTextual() && value.asText().isEmpty())) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.asText().length() > longest) {
      throw Problem.parameter(name, "takes a text of at most " + longest + " characters");
    }
    return Optional.of(value.asText());
  }

  private Answer delete(Asked asked) {
    String id = asked.inPath("id");
    SavedSearch search = book.find(id).orElseThrow(() -> Problem.unknown("search", id));
    if (search.given()) {
      throw Problem.of(
          409,
          "It stands in a file",
          "Take " + search.name() + " out of the file that --searches names, and start anew.");
    }
    book.remove(id);
    deliveries.forget(id);
    return new Answer(204, "application/json", Bytes.of(""), Map.of());
  }
}
