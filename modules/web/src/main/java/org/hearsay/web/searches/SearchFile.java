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
  private final List<String> mistakes = new ArrayList<>();

  private SearchFile(Path file) {
    this.file = file;
  }

  /**
   * Reads one.
   *
   * @param webhooks makes what is told where, or refuses it with an {@link
   *     IllegalArgumentException}
   * @throws SearchException when it cannot be read; its message has a line for each mistake, with
   *     file and line
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
      try {
        int before = mistakes.size();
        Map<String, Node> fields = fields(node);
        SavedSearch search = search(node, fields, webhooks, before);
        if (!names.add(search.name())) {
          throw wrong(node, "there are two searches called " + search.name());
        }
        out.add(search);
      } catch (SearchException e) {
        mistakes.add(String.valueOf(e.getMessage()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new SearchException(String.join("\n", mistakes), null);
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
      String key = text(tuple.getKeyNode()).orElse("");
      if (!SavedSearch.FIELDS.contains(key)) {
        note(tuple.getKeyNode(), key + " " + SavedSearch.UNKNOWN);
      } else if (out.put(key, tuple.getValueNode()) != null) {
        note(tuple.getKeyNode(), key + " stands there twice");
      }
    }
    return out;
  }

  private SavedSearch search(Node node, Map<String, Node> fields, Webhooks webhooks, int before) {
    Optional<String> name = name(node, fields);
    Optional<String> filter = filter(node, fields);
    Optional<SavedSearch.Webhook> webhook = webhook(fields, webhooks);
    if (mistakes.size() > before || name.isEmpty() || filter.isEmpty()) {
      throw new SearchException(mistakes.remove(mistakes.size() - 1), null);
    }
    return new SavedSearch(
        Ids.ofName(name.get()), name.get(), filter.get(), webhook, Instant.EPOCH, true);
  }

  private Optional<String> name(Node node, Map<String, Node> fields) {
    Optional<String> out = required(node, fields, "name").flatMap(this::text);
    if (out.isPresent() && out.get().isBlank()) {
      note(fields.getOrDefault("name", node), "name is empty");
    }
    return out;
  }

  private Optional<String> filter(Node node, Map<String, Node> fields) {
    Optional<String> out = required(node, fields, "filter").flatMap(this::text);
    if (out.isPresent()) {
      try {
        ClaimFilter.parse(out.get());
      } catch (IllegalArgumentException e) {
        note(fields.getOrDefault("filter", node), "filter: " + e.getMessage());
      }
    }
    return out;
  }

  private Optional<SavedSearch.Webhook> webhook(Map<String, Node> fields, Webhooks webhooks) {
    @Nullable Node url = fields.get("webhook");
    @Nullable Node secret = fields.get("secret");
    if (url == null && secret != null) {
      note(secret, "secret is for a webhook, and there is none");
    }
    if (url == null) {
      return Optional.empty();
    }
    if (secret == null) {
      note(url, "give secret, too, which the webhook is signed with: openssl rand -base64 32");
      return Optional.empty();
    }
    Optional<String> address = text(url);
    Optional<String> given = text(secret);
    if (address.isEmpty() || given.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(webhooks.of(address.get(), given));
    } catch (IllegalArgumentException e) {
      note(url, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Node> required(Node node, Map<String, Node> fields, String name) {
    Optional<Node> out = Optional.ofNullable(fields.get(name));
    if (out.isEmpty()) {
      note(node, name + " is missing");
    }
    return out;
  }

  private Optional<String> text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    note(node, "a text has to stand here");
    return Optional.empty();
  }

  /** Goes on to the next mistake: all are told at once. */
  private void note(Node node, String what) {
    mistakes.add(String.valueOf(wrong(node, what).getMessage()));
  }

  private SearchException wrong(Node node, String what) {
    String line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    return new SearchException(file + line + ": " + what, null);
  }
}
