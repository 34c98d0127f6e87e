package org.hearsay.entities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entries as the YAML that {@link Catalogue#load} reads. */
public final class CatalogueWriter {
  private final StringBuilder out = new StringBuilder();

  private CatalogueWriter() {}

  /** The entries as one file. */
  public static String yaml(Collection<Entity> entities, Collection<Outlet> outlets) {
    CatalogueWriter writer = new CatalogueWriter();
    if (!entities.isEmpty()) {
      writer.out.append("entities:\n");
      entities.forEach(writer::entity);
    }
    if (!outlets.isEmpty()) {
      writer.out.append("outlets:\n");
      outlets.forEach(writer::outlet);
    }
    return writer.out.toString();
  }

  private void entity(Entity entity) {
    out.append("  - id: ").append(entity.id()).append('\n');
    field("name", entity.name());
    field("type", entity.type().name());
    list("aliases", entity.aliases());
    list("shared", entity.shared());
    list("bare", entity.bare());
    list("context", entity.context());
    list("anaphors", entity.anaphors());
    if (!entity.descriptions().isEmpty()) {
      out.append("    descriptions:\n");
      for (Description description : entity.descriptions()) {
        List<String> parts = new ArrayList<>();
        part(parts, "head", description.head());
        part(parts, "words", description.words());
        part(parts, "from", written(description.from()));
        part(parts, "until", written(description.until()));
        mapping(parts);
      }
    }
    field("actsFor", entity.actsFor());
    if (!entity.holders().isEmpty()) {
      out.append("    holders:\n");
      for (Holder holder : entity.holders()) {
        List<String> parts = new ArrayList<>();
        part(parts, "id", holder.id());
        part(parts, "from", written(holder.from()));
        part(parts, "until", written(holder.until()));
        mapping(parts);
      }
    }
    field("wikidata", entity.wikidata());
  }

  private static @Nullable String written(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private void outlet(Outlet outlet) {
    out.append("  - id: ").append(outlet.id()).append('\n');
    field("name", outlet.name());
    list("hosts", outlet.hosts());
    list("aliases", outlet.aliases());
    list("shared", outlet.shared());
    OutletFacts facts = outlet.facts();
    if (facts.agency()) {
      out.append("    agency: true\n");
    }
    field("country", facts.country());
    field("language", facts.language());
    field("kind", facts.kind() == null ? null : facts.kind().word());
    field("owner", facts.owner() == null ? null : facts.owner().word());
    field("wikidata", outlet.wikidata());
  }

  private void field(String key, @Nullable String value) {
    if (value != null) {
      out.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
    }
  }

  private void list(String key, List<String> values) {
    if (!values.isEmpty()) {
      List<String> quoted = values.stream().map(CatalogueWriter::quoted).toList();
      out.append("    ").append(key).append(": [").append(String.join(", ", quoted)).append("]\n");
    }
  }

  private void mapping(List<String> parts) {
    out.append("      - {").append(String.join(", ", parts)).append("}\n");
  }

  private static void part(List<String> parts, String key, @Nullable String value) {
    if (value != null) {
      parts.add(key + ": " + quoted(value));
    }
  }

  /** A double-quoted YAML scalar. */
  private static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
                out.append(String.format("\\u%04X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }
}
