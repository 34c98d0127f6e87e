package org.hearsay.cli.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.Phrases;
import org.hearsay.cli.output.Wrap;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Passage;
import org.hearsay.lineage.Replacement;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.text.Span;
import org.hearsay.text.languages.ReadingLanguage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who copied whom among page files, without Kafka. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = {
      "Prints which of the given pages copied which, without Kafka.",
      "The direction comes from notices and times of publication; without them it is undecided.",
      "A page that cannot be read is named on standard error, and the status is then 1."
    })
public final class LineageCommand implements Callable<Integer> {
  private static final String BELOW = "       ";

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  GraphFormat format = GraphFormat.text;

  @Mixin CatalogueOptions catalogueOptions;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Pages: HTML or text; or folders of them.")
  List<String> files;

  @Spec CommandSpec spec;

  /** How the graph is shown. */
  enum GraphFormat {
    text,
    dot,
    json
  }

  @Override
  public Integer call() throws IOException {
    PageFiles named = PageFiles.of(files);
    LineagePages reader =
        new LineagePages(named.catalogue(catalogueOptions, spec.commandLine().getErr()));
    List<LineagePages.Page> pages = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (PageFile file : named.files()) {
      try {
        pages.add(reader.read(file));
      } catch (UserException e) {
        // One page that cannot be read says nothing about the others.
        failures.add("hearsay: " + e.getMessage());
      }
    }
    CopyGraph graph =
        new CopyGraph(
            pages.stream().map(LineagePages.Page::piece).toList(),
            MaskWords.load(ReadingLanguage.CODE));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> text(out, pages, graph, Wrap.width(spec));
      case dot -> dot(out, pages, graph);
      case json -> json(out, pages, graph);
    }
    out.flush();
    // Below the results, where they are seen.
    failures.forEach(spec.commandLine().getErr()::println);
    return failures.isEmpty() ? 0 : 1;
  }

  private static void text(
      PrintWriter out, List<LineagePages.Page> pages, CopyGraph graph, int width) {
    Set<String> shown = new HashSet<>();
    for (LineagePages.Page page : pages) {
      if (!shown.add(page.piece().id())) {
        continue;
      }
      List<Copying> origins = graph.origins(page.piece().id());
      if (origins.isEmpty()) {
        continue;
      }
      out.println(page.show("", width));
      for (Copying edge : origins) {
        out.println(LineagePages.page(pages, edge.origin()).show("  from ", width));
        out.println(Wrap.hanging(BELOW, LineagePages.show(edge), BELOW.length(), width));
      }
    }
    for (Copying edge : graph.edges()) {
      if (!edge.isDirected()) {
        out.println(LineagePages.page(pages, edge.copy()).show("", width));
        out.println(LineagePages.page(pages, edge.origin()).show("  shares text with ", width));
        out.println(Wrap.hanging(BELOW, LineagePages.show(edge), BELOW.length(), width));
      }
    }
    for (LineagePages.Page page : pages) {
      LineagePages.Page first = LineagePages.page(pages, page.piece());
      if (!first.equals(page)) {
        out.println(page.show("", width));
        out.println(first.show("  is the same article as ", width));
      }
    }
    out.println(
        Phrases.counted(pages.size(), "page", "pages")
            + ", "
            + Phrases.counted(graph.edges().size(), "edge", "edges"));
  }

  private static void dot(PrintWriter out, List<LineagePages.Page> pages, CopyGraph graph) {
    out.println("digraph lineage {");
    for (LineagePages.Page page : pages) {
      out.printf("  %s [label=%s];%n", quoted(page.piece().id()), quoted(page.show()));
    }
    for (Copying edge : graph.edges()) {
      out.printf(
          "  %s -> %s [label=%s%s];%n",
          quoted(edge.copy().id()),
          quoted(edge.origin().id()),
          quoted(
              edge.overlap().extent()
                  + " "
                  + edge.direction().basis()
                  + (edge.direction().contradicted() ? " CONTRADICTED" : "")),
          edge.isDirected() ? "" : ", dir=none");
    }
    out.println("}");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void json(PrintWriter out, List<LineagePages.Page> pages, CopyGraph graph)
      throws IOException {
    for (Copying edge : graph.edges()) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
        json.writeStartObject();
        json.writeStringField("id", edge.id());
        json.writeStringField("file", LineagePages.page(pages, edge.copy()).file());
        json.writeStringField("originFile", LineagePages.page(pages, edge.origin()).file());
        json.writeStringField("articleId", edge.copy().id());
        json.writeStringField("originId", edge.origin().id());
        nullable(json, "outlet", edge.copy().outlet());
        nullable(json, "originOutlet", edge.origin().outlet());
        json.writeStringField("kind", edge.overlap().extent().name());
        json.writeStringField("direction", edge.direction().basis().name());
        json.writeBooleanField("contradicted", edge.direction().contradicted());
        nullable(json, "title", edge.copy().title());
        nullable(json, "originTitle", edge.origin().title());
        json.writeNumberField("containment", edge.overlap().containment());
        json.writeNumberField("originContainment", edge.overlap().originContainment());
        json.writeNumberField("longestRun", edge.overlap().longestRun());
        json.writeArrayFieldStart("passages");
        for (Passage passage : edge.overlap().passages()) {
          json.writeStartObject();
          json.writeNumberField("start", passage.copy().start());
          json.writeNumberField("end", passage.copy().end());
          json.writeNumberField("originStart", passage.origin().start());
          json.writeNumberField("originEnd", passage.origin().end());
          json.writeNumberField("words", passage.words());
          json.writeEndObject();
        }
        json.writeEndArray();
        spans(json, "added", edge.overlap().added());
        spans(json, "dropped", edge.overlap().dropped());
        json.writeArrayFieldStart("replacements");
        for (Replacement replacement : edge.overlap().replacements()) {
          json.writeStartObject();
          json.writeNumberField("start", replacement.copy().start());
          json.writeNumberField("end", replacement.copy().end());
          json.writeStringField("text", replacement.copy().of(edge.copy().body()));
          json.writeNumberField("originStart", replacement.origin().start());
          json.writeNumberField("originEnd", replacement.origin().end());
          json.writeStringField("originText", replacement.origin().of(edge.origin().body()));
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      out.println(line);
    }
  }

  private static void spans(JsonGenerator json, String field, List<Span> spans) throws IOException {
    json.writeArrayFieldStart(field);
    for (Span span : spans) {
      json.writeStartObject();
      json.writeNumberField("start", span.start());
      json.writeNumberField("end", span.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void nullable(JsonGenerator json, String field, @Nullable String value)
      throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, value);
    }
  }
}
