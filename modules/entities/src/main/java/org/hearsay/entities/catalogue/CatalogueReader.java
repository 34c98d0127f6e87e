package org.hearsay.entities.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import org.hearsay.entities.Description;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityNames;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.Holder;
import org.hearsay.entities.Outlet;
import org.hearsay.entities.OutletFacts;
import org.hearsay.entities.OutletFacts.OutletKind;
import org.hearsay.entities.OutletFacts.Ownership;
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

/** Reads one catalogue file, and says of each entry where it stands. */
final class CatalogueReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9]\\d*");
  private static final Set<String> ENTITY_KEYS =
      Set.of(
          "id",
          "name",
          "type",
          "aliases",
          "shared",
          "bare",
          "context",
          "anaphors",
          "descriptions",
          "actsFor",
          "holders",
          "wikidata");
  private static final Set<String> OUTLET_KEYS =
      Set.of(
          "id",
          "name",
          "hosts",
          "aliases",
          "shared",
          "agency",
          "country",
          "language",
          "kind",
          "owner",
          "wikidata");

  private final String source;
  private final List<Located<Entity>> entities = new ArrayList<>();
  private final List<Located<Outlet>> outlets = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** Where the texts of the entry stand that is being read, but for those on its first line. */
  private Map<String, String> lines = new HashMap<>();

  private int line;

  private CatalogueReader(String source) {
    this.source = source;
  }

  static CatalogueReader read(CatalogueSource source) throws CatalogueException {
    CatalogueReader reader = new CatalogueReader(source.name());
    Optional<Node> root;
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(source.name())
              .setCodePointLimit(Integer.MAX_VALUE)
              // Every scalar is text: none is asked whether it is a number.
              .setSchema(new FailsafeSchema())
              .build();
      root = new Compose(settings).composeString(source.yaml());
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new CatalogueException(source.name() + line + ": not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new CatalogueException(source.name() + ": not YAML: " + e.getMessage(), e);
    }
    if (root.isPresent()) {
      reader.readRoot(root.get());
    }
    return reader;
  }

  List<Located<Entity>> entities() {
    return entities;
  }

  List<Located<Outlet>> outlets() {
    return outlets;
  }

  /** What is wrong with entries that are left out. */
  List<String> problems() {
    return problems;
  }

  private void readRoot(Node root) throws CatalogueException {
    for (Map.Entry<String, Node> entry : fields(root, Set.of("entities", "outlets")).entrySet()) {
      for (Node node : items(entry.getValue())) {
        try {
          lines = new HashMap<>();
          line = line(node);
          if (entry.getKey().equals("entities")) {
            entities.add(new Located<>(entity(node), where(node), lines));
          } else {
            outlets.add(new Located<>(outlet(node), where(node), lines));
          }
        } catch (CatalogueException e) {
          problems.addAll(e.problems());
        }
      }
    }
  }

  private Entity entity(Node node) throws CatalogueException {
    Map<String, Node> fields = fields(node, ENTITY_KEYS);
    String id = id(node, fields);
    Node typeNode = required(node, fields, "type");
    EntityType type;
    try {
      type = EntityType.valueOf(scalar(typeNode).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CatalogueException(
          where(typeNode) + ": type is none of " + Arrays.toString(EntityType.values()), e);
    }
    return new Entity(
        id,
        scalar(required(node, fields, "name")),
        type,
        new EntityNames(
            strings(fields.get("aliases")),
            strings(fields.get("shared")),
            strings(fields.get("bare")),
            strings(fields.get("context")),
            strings(fields.get("anaphors")),
            descriptions(fields.get("descriptions"))),
        optional(fields.get("actsFor")),
        holders(fields.get("holders")),
        wikidata(fields.get("wikidata")));
  }

  private List<Description> descriptions(@Nullable Node node) throws CatalogueException {
    List<Description> descriptions = new ArrayList<>();
    if (node == null) {
      return descriptions;
    }
    for (Node item : items(node)) {
      Map<String, Node> fields = fields(item, Set.of("head", "words", "from", "until"));
      Node words = required(item, fields, "words");
      @Nullable LocalDate from = date(fields.get("from"));
      @Nullable LocalDate until = date(fields.get("until"));
      checkOrder(item, from, until);
      Description description =
          new Description(optional(fields.get("head")), scalar(words), from, until);
      try {
        description.pattern();
      } catch (PatternSyntaxException e) {
        throw new CatalogueException(where(words) + ": not a pattern: " + e.getMessage(), e);
      }
      descriptions.add(description);
    }
    return descriptions;
  }

  private List<Holder> holders(@Nullable Node node) throws CatalogueException {
    List<Holder> holders = new ArrayList<>();
    if (node == null) {
      return holders;
    }
    for (Node item : items(node)) {
      Map<String, Node> fields = fields(item, Set.of("id", "from", "until"));
      @Nullable LocalDate from = date(fields.get("from"));
      @Nullable LocalDate until = date(fields.get("until"));
      checkOrder(item, from, until);
      holders.add(new Holder(id(item, fields), from, until));
    }
    return holders;
  }

  private void checkOrder(Node item, @Nullable LocalDate from, @Nullable LocalDate until)
      throws CatalogueException {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new CatalogueException(where(item) + ": until is not after from");
    }
  }

  private @Nullable LocalDate date(@Nullable Node node) throws CatalogueException {
    if (node == null) {
      return null;
    }
    try {
      return LocalDate.parse(scalar(node));
    } catch (DateTimeParseException e) {
      throw new CatalogueException(where(node) + ": not a date as 2017-05-31: " + scalar(node), e);
    }
  }

  private @Nullable String wikidata(@Nullable Node node) throws CatalogueException {
    @Nullable String item = optional(node);
    if (node != null && item != null && !WIKIDATA.matcher(item).matches()) {
      throw new CatalogueException(where(node) + ": not a Wikidata item as Q403: " + item);
    }
    return item;
  }

  /**
   * What a word stands for.
   *
   * @param meaning throws where it stands for nothing
   */
  private <T> @Nullable T meant(@Nullable Node node, Function<String, T> meaning)
      throws CatalogueException {
    if (node == null) {
      return null;
    }
    String word = scalar(node);
    try {
      return meaning.apply(word);
    } catch (IllegalArgumentException e) {
      throw new CatalogueException(where(node) + ": " + e.getMessage(), e);
    }
  }

  private @Nullable String optional(@Nullable Node node) throws CatalogueException {
    return node == null ? null : scalar(node);
  }

  private Outlet outlet(Node node) throws CatalogueException {
    Map<String, Node> fields = fields(node, OUTLET_KEYS);
    @Nullable Node agency = fields.get("agency");
    return new Outlet(
        id(node, fields),
        scalar(required(node, fields, "name")),
        strings(fields.get("hosts")),
        strings(fields.get("aliases")),
        strings(fields.get("shared")),
        new OutletFacts(
            agency != null && bool(agency),
            optional(fields.get("country")),
            optional(fields.get("language")),
            meant(fields.get("kind"), OutletKind::of),
            meant(fields.get("owner"), Ownership::of)),
        wikidata(fields.get("wikidata")));
  }

  private boolean bool(Node node) throws CatalogueException {
    String value = scalar(node);
    if (!value.equals("true") && !value.equals("false")) {
      throw new CatalogueException(where(node) + ": neither true nor false: " + value);
    }
    return value.equals("true");
  }

  private String id(Node node, Map<String, Node> fields) throws CatalogueException {
    Node at = required(node, fields, "id");
    String id = scalar(at);
    if (!ID.matcher(id).matches()) {
      throw new CatalogueException(
          where(at) + ": an id is lower-case words joined by hyphens, not \"" + id + '"');
    }
    return id;
  }

  private Node required(Node node, Map<String, Node> fields, String key) throws CatalogueException {
    @Nullable Node value = fields.get(key);
    if (value == null) {
      throw new CatalogueException(where(node) + ": " + key + " is missing");
    }
    return value;
  }

  private Map<String, Node> fields(Node node, Set<String> known) throws CatalogueException {
    if (!(node instanceof MappingNode mapping)) {
      throw new CatalogueException(where(node) + ": expected a mapping");
    }
    Map<String, Node> fields = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(tuple.getKeyNode());
      if (!known.contains(key)) {
        throw new CatalogueException(where(tuple.getKeyNode()) + ": unknown key " + key);
      }
      fields.put(key, tuple.getValueNode());
    }
    return fields;
  }

  private List<Node> items(Node node) throws CatalogueException {
    if (!(node instanceof SequenceNode sequence)) {
      throw new CatalogueException(where(node) + ": expected a list");
    }
    return sequence.getValue();
  }

  private List<String> strings(@Nullable Node node) throws CatalogueException {
    List<String> strings = new ArrayList<>();
    if (node != null) {
      for (Node item : items(node)) {
        strings.add(scalar(item));
      }
    }
    return strings;
  }

  private String scalar(Node node) throws CatalogueException {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw new CatalogueException(where(node) + ": expected a text that is not blank");
    }
    if (line(node) != line) {
      lines.putIfAbsent(scalar.getValue(), where(node));
    }
    return scalar.getValue();
  }

  private String where(Node node) {
    return source + ':' + line(node);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
