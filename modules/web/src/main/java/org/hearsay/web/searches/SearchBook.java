package org.hearsay.web.searches;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.web.http.Bytes;
import org.hearsay.web.http.Json;
import org.hearsay.web.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The saved searches and how far each was sent, in memory, and in a file where there is one, which
 * is replaced as a whole by each change. Safe for use by several threads.
 */
final class SearchBook {
  private final Optional<Path> file;
  private final Map<String, SavedSearch> searches = new LinkedHashMap<>();
  private final Map<String, Progress> progress = new LinkedHashMap<>();

  private SearchBook(Optional<Path> file) {
    this.file = file;
  }

  /**
   * Those of the file, where there is one, and those that were given.
   *
   * @throws SearchException when the file cannot be read; its message says what to do
   */
  static SearchBook open(Optional<Path> file, List<SavedSearch> given) {
    SearchBook out = new SearchBook(file);
    file.filter(Files::exists).ifPresent(out::read);
    given.forEach(search -> out.searches.put(search.id(), search));
    return out;
  }

  /** Whether they are there again when the server begins anew. */
  boolean isLasting() {
    return file.isPresent();
  }

  synchronized List<SavedSearch> all() {
    return List.copyOf(searches.values());
  }

  synchronized Optional<SavedSearch> find(String id) {
    return Optional.ofNullable(searches.get(id));
  }

  /** How far it was sent. */
  synchronized Progress progress(String id) {
    return progress.getOrDefault(id, Progress.none());
  }

  /**
   * Adds one.
   *
   * @throws SearchException when it cannot be written; it is not added, then
   */
  synchronized void add(SavedSearch search, Progress begins) {
    searches.put(search.id(), search);
    progress.put(search.id(), begins);
    try {
      save();
    } catch (SearchException e) {
      searches.remove(search.id());
      progress.remove(search.id());
      throw e;
    }
  }

  /** Takes one out. */
  synchronized void remove(String id) {
    searches.remove(id);
    progress.remove(id);
    save();
  }

  /** Takes note of how far one was sent, in memory alone: what is asked again is nothing new. */
  synchronized void passed(String id, String position) {
    if (searches.containsKey(id)) {
      progress.put(id, progress(id).at(position));
    }
  }

  /**
   * Takes note of how far one was sent, for good.
   *
   * @throws SearchException when it cannot be written
   */
  synchronized void reached(String id, Progress now) {
    if (searches.containsKey(id)) {
      progress.put(id, now);
      save();
    }
  }

  /** Writes what is in memory alone. */
  synchronized void save() {
    if (file.isEmpty()) {
      return;
    }
    Path target = file.get();
    try {
      Path written = target.resolveSibling(target.getFileName() + ".new");
      Files.deleteIfExists(written);
      create(written);
      Files.write(written, Json.bytes(told()).array());
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new SearchException(
          target + ": saved searches cannot be written: " + e.getMessage(), e);
    }
  }

  /** Secrets stand in it: nobody else reads it, where the system knows who owns what. */
  private static void create(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private Map<String, Object> told() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (SavedSearch search : searches.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", search.id());
      // Those that are given stand in their own file; how far they were sent stands here.
      if (!search.given()) {
        one.put("name", search.name());
        one.put("filter", search.filter());
        one.put("created", search.created().toString());
        search
            .webhook()
            .ifPresent(
                hook -> {
                  one.put("webhook", hook.url().toString());
                  one.put("secret", hook.secret().text());
                });
      }
      Progress at = progress(search.id());
      one.put("position", at.position());
      at.addTo(one);
      all.add(one);
    }
    return Map.of("searches", all);
  }

  private void read(Path from) {
    try {
      JsonNode root = Json.read(Bytes.of(Files.readAllBytes(from)));
      for (JsonNode one : root.path("searches")) {
        String id = one.path("id").asText();
        if (one.has("filter")) {
          ClaimFilter.parse(one.path("filter").asText());
          searches.put(
              id,
              new SavedSearch(
                  id,
                  one.path("name").asText(),
                  one.path("filter").asText(),
                  webhook(one),
                  Instant.parse(one.path("created").asText()),
                  false));
        }
        progress.put(
            id,
            new Progress(
                one.path("position").asText(),
                Optional.of(one.path("lastStatus")).filter(JsonNode::isInt).map(JsonNode::intValue),
                text(one, "lastAt").map(Instant::parse),
                text(one, "failing"),
                one.path("ended").asBoolean()));
      }
    } catch (IOException | Problem | IllegalArgumentException | DateTimeException e) {
      throw new SearchException(
          from
              + ": the saved searches cannot be read ("
              + e.getMessage()
              + "): mend it, or move it away to begin without them",
          e);
    }
  }

  private static Optional<SavedSearch.Webhook> webhook(JsonNode one) {
    return text(one, "webhook")
        .map(
            url ->
                new SavedSearch.Webhook(
                    URI.create(url), Secret.parse(one.path("secret").asText())));
  }

  private static Optional<String> text(JsonNode one, String name) {
    @Nullable JsonNode value = one.get(name);
    return value == null || !value.isTextual() ? Optional.empty() : Optional.of(value.asText());
  }
}
