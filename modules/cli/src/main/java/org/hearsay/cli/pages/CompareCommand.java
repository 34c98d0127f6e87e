package org.hearsay.cli.pages;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.ClaimTable;
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
      show(out, pages, edge);
    }
    out.flush();
    return 0;
  }

  private static void show(PrintWriter out, List<LineagePages.Page> pages, Copying edge) {
    Piece copy = edge.copy();
    Piece origin = edge.origin();
    out.println(
        String.format("%-8s", LineagePages.copy(edge)) + LineagePages.page(pages, copy).show());
    out.println(
        String.format("%-8s", LineagePages.origin(edge)) + LineagePages.page(pages, origin).show());
    out.println(LineagePages.show(edge));
    changed(out, "title", origin.title(), copy.title());
    changed(out, "dek", origin.dek(), copy.dek());
    for (Span paragraph : edge.overlap().dropped()) {
      out.println("dropped " + ClaimTable.cut(paragraph.of(origin.body())));
    }
    for (Span paragraph : edge.overlap().added()) {
      out.println("added   " + ClaimTable.cut(paragraph.of(copy.body())));
    }
    for (Replacement replacement : edge.overlap().replacements()) {
      out.printf(
          "words   “%s” > “%s”%n",
          ClaimTable.cut(replacement.origin().of(origin.body())),
          ClaimTable.cut(replacement.copy().of(copy.body())));
    }
    for (Passage passage : edge.overlap().passages()) {
      out.printf(
          "shared  %d words, %d-%d in the %s, %d-%d in the %s: %s%n",
          passage.words(),
          passage.copy().start(),
          passage.copy().end(),
          LineagePages.copy(edge),
          passage.origin().start(),
          passage.origin().end(),
          LineagePages.origin(edge),
          ClaimTable.cut(passage.copy().of(copy.body())));
    }
  }

  private static void changed(
      PrintWriter out, String what, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      out.printf(
          "%-7s “%s” > “%s”%n",
          what, Objects.requireNonNullElse(before, ""), Objects.requireNonNullElse(after, ""));
    }
  }
}
