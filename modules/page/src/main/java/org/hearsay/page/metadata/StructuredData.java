package org.hearsay.page.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page's structured data (JSON-LD, schema.org) says of its article. */
final class StructuredData {
  private static final Pattern ARTICLE_TYPE =
      Pattern.compile(".*(?:Article|Posting|Report|NewsItem|Recipe|HowTo|WebPage).*");

  private static final Pattern PAGE_TYPE = Pattern.compile(".*WebPage.*");

  /** What templates wrap structured data in, from times when browsers would have shown it. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "^\\s*(?:<!--|(?://|/\\*)?\\s*<!\\[CDATA\\[(?:\\s*\\*/)?)|(?:-->|(?://|/\\*)?\\s*\\]\\]>(?:\\s*\\*/)?)\\s*$");

  /** Nodes of one page's structured data that are looked at. */
  private static final int MOST_NODES = 5_000;

  private static final int MOST_AUTHORS = 8;

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .build())
          .build()
          .reader();

  /** The nodes that others refer to, by id. */
  private final Map<String, JsonNode> named = new HashMap<>();

  /** The node that tells of the article. */
  private @Nullable JsonNode article;

  private StructuredData() {}

  /** The page's structured data. */
  static StructuredData of(Document page) {
    StructuredData data = new StructuredData();
    JsonNode fallback = null;
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode root;
      try {
        root = JSON.readTree(WRAPPED.matcher(script.data()).replaceAll(""));
      } catch (JsonProcessingException e) {
        continue; // many pages carry broken structured data; the markup says the same
      }
      JsonNode other = data.read(root);
      fallback = fallback == null ? other : fallback;
    }
    data.article = data.article == null ? fallback : data.article;
    return data;
  }

  /** Takes in one script, and returns the first node that tells of the page as a whole. */
  private @Nullable JsonNode read(JsonNode root) {
    JsonNode whole = null;
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
      JsonNode node = open.removeFirst();
      String type = node.path("@type").toString();
      if (article == null && ARTICLE_TYPE.matcher(type).matches()) {
        if (!PAGE_TYPE.matcher(type).matches()) {
          article = node;
        } else if (whole == null) {
          whole = node;
        }
      }
      String id = node.path("@id").asText("");
      if (!id.isEmpty() && node.has("name")) {
        named.putIfAbsent(id, node);
      }
      if (node.isArray()) {
        node.forEach(open::add);
      } else {
        for (String key : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
          if (node.path(key).isContainerNode()) {
            open.add(node.path(key));
          }
        }
      }
    }
    return whole;
  }

  /** What the article's node says under a name, else null. */
  @Nullable String text(String name) {
    return article == null ? null : text(article.path(name));
  }

  /** What the article's node says under a name of a node in it, else null. */
  @Nullable String text(String node, String name) {
    return article == null ? null : text(article.path(node).path(name));
  }

  /** What the article's node holds under a name, one by one. */
  private List<JsonNode> nodes(String name) {
    List<JsonNode> out = new ArrayList<>();
    if (article != null) {
      JsonNode held = article.path(name);
      if (held.isArray()) {
        held.forEach(out::add);
      } else {
        out.add(held);
      }
    }
    return out;
  }

  /** The addresses that the article is said to be based on. */
  List<String> basedOn() {
    List<String> out = new ArrayList<>();
    for (JsonNode one : nodes("isBasedOn")) {
      String value =
          one.isTextual()
              ? text(one)
              : Metadata.first(text(one.path("url")), text(one.path("@id")));
      if (value != null) {
        out.add(value);
      }
    }
    return out;
  }

  /**
   * The names that are given for authors.
   *
   * @param organisations whether those count that it calls organisations
   */
  List<String> authors(boolean organisations) {
    List<String> names = new ArrayList<>();
    for (JsonNode said : nodes("author")) {
      JsonNode one =
          said.has("name") ? said : named.getOrDefault(said.path("@id").asText(""), said);
      boolean person = !one.path("@type").toString().contains("Organization");
      String name = one.isTextual() ? text(one) : text(one.path("name"));
      if (name != null && (person || organisations) && names.size() < MOST_AUTHORS) {
        names.add(name);
      }
    }
    return names;
  }

  static @Nullable String text(JsonNode node) {
    String text = TextShape.clean(node.asText(""));
    return text.isEmpty() ? null : text;
  }
}
