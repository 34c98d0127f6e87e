package org.hearsay.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.claims.ClaimScores.Marked;
import org.hearsay.cli.options.UserException;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Articles in which people marked claims: JSON lines, or brat's standoff files (Stenetorp et al.
 * 2012). Offsets there are in code points, as both formats count.
 */
final class GoldClaims {
  private static final Pattern ENTITY = Pattern.compile("(T\\S+)\t(\\S+) ([\\d ;]+)\t.*");

  /** Relations, events, attributes, normalizations, notes, equivalences. */
  private static final Pattern OTHER = Pattern.compile("[REAMN#*].*\\t.*|\\s*");

  private static final Pattern ARGUMENT = Pattern.compile("\\b\\w+:(T\\S+)");

  private static final List<String> PARTS = List.of("source", "cue", "content");

  private GoldClaims() {}

  /** An article and its marked claims, in UTF-16 code units. */
  record Article(String id, String text, List<Marked> claims) {}

  /**
   * Reads articles one after the other.
   *
   * @param path a file of JSON lines, an .ann file beside its .txt, or a folder of such
   * @throws UserException when something in it is not as it should be, with file and line, when a
   *     file cannot be read, and when nothing is marked in all of it: there is nothing to score
   */
  static void read(Path path, Consumer<Article> to) {
    int[] marked = {0};
    try {
      files(
          path,
          article -> {
            marked[0] +=
                (int) article.claims().stream().filter(c -> !c.content().isEmpty()).count();
            to.accept(article);
          });
    } catch (IOException e) {
      String why = UserException.told(e);
      throw new UserException(why.contains(path.toString()) ? why : path + ": " + why, e);
    }
    if (marked[0] == 0) {
      throw new UserException(path + ": no claim with a content is marked in it");
    }
  }

  private static void files(Path path, Consumer<Article> to) throws IOException {
    if (Files.isDirectory(path)) {
      List<Path> files;
      try (Stream<Path> all = Files.list(path)) {
        files = all.filter(f -> f.toString().endsWith(".ann")).sorted().toList();
      }
      if (files.isEmpty()) {
        throw new UserException(path + ": no .ann file in this folder");
      }
      for (Path file : files) {
        to.accept(brat(file));
      }
    } else if (path.toString().endsWith(".ann")) {
      to.accept(brat(path));
    } else {
      jsonLines(path, to);
    }
  }

  private static void jsonLines(Path file, Consumer<Article> to) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Article article;
          try {
            article = article(json.readTree(line), file.getFileName() + ":" + number);
          } catch (JsonProcessingException e) {
            throw new UserException(
                file + ", line " + number + ": not JSON: " + e.getOriginalMessage());
          } catch (IllegalArgumentException e) {
            throw new UserException(file + ", line " + number + ": " + e.getMessage());
          }
          to.accept(article);
        }
      }
    }
  }

  private static Article article(JsonNode line, String place) {
    String text = line.path("text").asText();
    JsonNode attributions = line.path("attributions");
    if (text.isEmpty() || !attributions.isArray()) {
      throw new IllegalArgumentException("\"text\" and \"attributions\": [...] are needed");
    }
    List<Marked> claims = new ArrayList<>();
    for (JsonNode attribution : attributions) {
      requireKnown(attribution);
      @Nullable String type =
          attribution.hasNonNull("type") ? attribution.get("type").asText() : null;
      claims.add(
          new Marked(
              spans(attribution.path("source"), text),
              spans(attribution.path("cue"), text),
              spans(attribution.path("content"), text),
              type == null ? null : type.toUpperCase(Locale.ROOT)));
    }
    return new Article(line.path("id").asText(place), text, claims);
  }

  /** A part by another name would be scored as one that is not there. */
  private static void requireKnown(JsonNode attribution) {
    for (String part : PARTS) {
      if (!attribution.path(part).isArray()) {
        throw new IllegalArgumentException(
            "an attribution needs \"" + part + "\": [[start, end], ...], empty for none");
      }
    }
  }

  private static List<Span> spans(JsonNode node, String text) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : node) {
      if (span.size() != 2 || !span.get(0).isIntegralNumber() || !span.get(1).isIntegralNumber()) {
        throw new IllegalArgumentException("a span is [start, end], not " + span);
      }
      spans.add(span(text, span.get(0).asInt(), span.get(1).asInt()));
    }
    return spans;
  }

  private static Span span(String text, int start, int end) {
    try {
      return new Span(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "[%d, %d] is outside of the text".formatted(start, end), e);
    }
  }

  /** One annotated part of a brat file. */
  private record Part(String type, List<Span> spans) {}

  /** Source, Cue and Content that relations or events tie together are one claim. */
  private static Article brat(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.ann$", "");
    String text = Files.readString(file.resolveSibling(name + ".txt"));
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, String> group = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher entity = ENTITY.matcher(line);
      if (entity.matches()) {
        try {
          parts.put(entity.group(1), part(entity.group(2), entity.group(3), text));
        } catch (IllegalArgumentException e) {
          throw new UserException(file + ", line " + (i + 1) + ": " + e.getMessage());
        }
      } else if (!OTHER.matcher(line).matches()) {
        throw new UserException(
            file + ", line " + (i + 1) + ": not as brat writes it: " + line.strip());
      } else if (line.startsWith("R") || line.startsWith("E")) {
        Matcher argument = ARGUMENT.matcher(line);
        @Nullable String first = null;
        while (argument.find()) {
          String root = root(group, argument.group(1));
          if (first != null) {
            group.put(root, first);
          }
          first = root(group, root);
        }
      }
    }
    Map<String, List<Part>> claims = new LinkedHashMap<>();
    parts.forEach(
        (id, part) -> claims.computeIfAbsent(root(group, id), root -> new ArrayList<>()).add(part));
    return new Article(
        name,
        text,
        claims.values().stream()
            .map(
                own ->
                    new Marked(
                        spans(own, "source"), spans(own, "cue"), spans(own, "content"), null))
            .toList());
  }

  private static Part part(String type, String offsets, String text) {
    List<Span> spans = new ArrayList<>();
    for (String offset : offsets.split(";", -1)) {
      String[] two = offset.strip().split(" ", -1);
      if (two.length != 2) {
        throw new IllegalArgumentException("not \"start end\": " + offset);
      }
      spans.add(span(text, Integer.parseInt(two[0]), Integer.parseInt(two[1])));
    }
    return new Part(type.toLowerCase(Locale.ROOT), spans);
  }

  private static String root(Map<String, String> group, String id) {
    String root = id;
    while (group.containsKey(root) && !group.get(root).equals(root)) {
      root = group.get(root);
    }
    return root;
  }

  private static List<Span> spans(List<Part> parts, String type) {
    return parts.stream()
        .filter(part -> part.type().equals(type))
        .flatMap(part -> part.spans().stream())
        .toList();
  }
}
