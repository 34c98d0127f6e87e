package org.hearsay.cli.pages;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.ClaimTable;
import org.hearsay.cli.output.Wrap;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Passage;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.Replacement;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.text.Span;
import org.hearsay.text.languages.ReadingLanguage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two page files side by side: what they share, and what was changed. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Shows what two pages share and what one changed of the other, without Kafka.")
public final class CompareCommand implements Callable<Integer> {
  @Mixin CatalogueOptions catalogueOptions;

  @Parameters(index = "0", paramLabel = "A", description = "A page: HTML or text.")
  String one = "";

  @Parameters(index = "1", paramLabel = "B", description = "Another.")
  String other = "";

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    for (String name : List.of(one, other)) {
      if (Files.isDirectory(Path.of(name))) {
        throw new UserException(name + " is a folder: compare takes two pages");
      }
    }
    PageFiles named = PageFiles.of(List.of(one, other));
    LineagePages reader =
        new LineagePages(named.catalogue(catalogueOptions, spec.commandLine().getErr()));
    List<PageFile> files = named.files();
    List<LineagePages.Page> pages =
        List.of(reader.read(files.get(0)), reader.read(files.get(files.size() - 1)));
    PrintWriter out = spec.commandLine().getOut();
    MaskWords words = MaskWords.load(ReadingLanguage.CODE);
    @Nullable Copying edge =
        Copying.between(
            Prepared.of(pages.get(0).piece(), words), Prepared.of(pages.get(1).piece(), words));
    if (edge == null) {
      out.println("no shared text beyond quotations and stock phrases");
    } else {
      new Shown(out, Wrap.width(spec)).show(pages, edge);
    }
    out.flush();
    return 0;
  }

  /**
   * What is printed: whole, wrapped with a hanging indent; of text that is the same, the beginning.
   */
  private record Shown(PrintWriter out, int width) {
    private static final int INDENT = 8;

    void show(List<LineagePages.Page> pages, Copying edge) {
      Piece copy = edge.copy();
      Piece origin = edge.origin();
      out.println(LineagePages.page(pages, copy).show(head(LineagePages.copy(edge)), width));
      out.println(LineagePages.page(pages, origin).show(head(LineagePages.origin(edge)), width));
      out.println(Wrap.hanging("", LineagePages.show(edge), INDENT, width));
      changed("title", origin.title(), copy.title());
      changed("dek", origin.dek(), copy.dek());
      for (Span paragraph : edge.overlap().dropped()) {
        line("dropped", paragraph.of(origin.body()));
      }
      for (Span paragraph : edge.overlap().added()) {
        line("added", paragraph.of(copy.body()));
      }
      for (Replacement words : edge.overlap().replacements()) {
        changed("words", words.origin().of(origin.body()), words.copy().of(copy.body()));
      }
      for (Passage passage : edge.overlap().passages()) {
        line(
            "shared",
            String.format(
                Locale.ROOT,
                "%d words, %d-%d in the %s, %d-%d in the %s: %s",
                passage.words(),
                passage.copy().start(),
                passage.copy().end(),
                LineagePages.copy(edge),
                passage.origin().start(),
                passage.origin().end(),
                LineagePages.origin(edge),
                ClaimTable.cut(passage.copy().of(copy.body()))));
      }
    }

    private void changed(String what, @Nullable String before, @Nullable String after) {
      if (!Objects.equals(before, after)) {
        String was = Objects.requireNonNullElse(before, "");
        line(what, "“" + was + "” > “" + Objects.requireNonNullElse(after, "") + "”");
      }
    }

    private void line(String what, String text) {
      out.println(Wrap.hanging(head(what), text, INDENT, width));
    }

    private static String head(String what) {
      return String.format(Locale.ROOT, "%-8s", what);
    }
  }
}
