package org.hearsay.web.searches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Searches in a file that people write: a list in YAML or JSON. */
final class SearchFile {
  private final Path file;

  private SearchFile(Path file) {
    this.file = file;
  }

  /**
   * Reads one.
   *
   * @param webhooks makes what is told where, or refuses it with an {@link
   *     IllegalArgumentException}
   * @throws SearchException when it cannot be read; its message names file and line
   */
  static List<SavedSearch> read(Path file, Webhooks webhooks) {
    return new SearchFile(file).all(webhooks);
  }

  /** Makes webhooks of what is said of them. */
  @FunctionalInterface
  interface Webhooks {
    /** Of an address and a secret. */
    SavedSearch.Webhook of(String url, Optional<String> secret);
  }

  private List<SavedSearch> all(Webhooks webhooks) {
    List<SavedSearch> out = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : items()) {
      Map<String, Node> fields = fields(node);
      SavedSearch search = search(node, fields, webhooks);
      if (!names.add(search.name())) {
        throw wrong(node, "there are two searches called " + search.name());
      }
      out.add(search);
    }
    return out;
  }

  private List<Node> items() {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file.toString())
              // Every scalar is text: none is asked whether it is a number.
              .setSchema(new FailsafeSchema())
              .build();
      Optional<Node> root =
          new Compose(settings).composeString(Files.readString(file, StandardCharsets.UTF_8));
      if (root.isEmpty()) {
        return List.of();
      }
      if (root.get() instanceof SequenceNode list) {
        return list.getValue();
      }
      throw wrong(root.get(), "is no list: begin each search with - name: …");
    } catch (IOException e) {
      throw new SearchException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new SearchException(file + line + ": not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new SearchException(file + ": not YAML: " + e.getMessage(), e);
    }
  }

  private Map<String, Node> fields(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, "is no search: give name, filter, and perhaps webhook and secret");
    }
    Map<String, Node> out = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (!SavedSearch.FIELDS.contains(key)) {
        throw wrong(tuple.getKeyNode(), key + " " + SavedSearch.UNKNOWN);
      }
      if (out.put(key, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), key + " stands there twice");
      }
    }
    return out;
  }

  private SavedSearch search(Node node, Map<String, Node> fields, Webhooks webhooks) {
    String name = text(required(node, fields, "name"));
    if (name.isBlank()) {
      throw wrong(required(node, fields, "name"), "name is empty");
    }
    Node filter = required(node, fields, "filter");
    try {
      ClaimFilter.parse(text(filter));
    } catch (IllegalArgumentException e) {
      throw wrong(filter, "filter: " + e.getMessage());
    }
    @Nullable Node url = fields.get("webhook");
    @Nullable Node secret = fields.get("secret");
    if (url == null && secret != null) {
      throw wrong(secret, "secret is for a webhook, and there is none");
    }
    Optional<SavedSearch.Webhook> webhook = Optional.empty();
    if (url != null) {
      if (secret == null) {
        throw wrong(
            url, "give secret, too, which the webhook is signed with: openssl rand -base64 32");
      }
      try {
        webhook = Optional.of(webhooks.of(text(url), Optional.of(text(secret))));
      } catch (IllegalArgumentException e) {
        throw wrong(url, String.valueOf(e.getMessage()));
      }
    }
    return new SavedSearch(Ids.ofName(name), name, text(filter), webhook, Instant.EPOCH, true);
  }

  private Node required(Node node, Map<String, Node> fields, String name) {
    @Nullable Node out = fields.get(name);
    if (out == null) {
      throw wrong(node, name + " is missing");
    }
    return out;
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, "a text has to stand here");
  }

  private SearchException wrong(Node node, String what) {
    String line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    return new SearchException(file + line + ": " + what, null);
  }
}
