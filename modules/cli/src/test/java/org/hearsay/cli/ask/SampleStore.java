package org.hearsay.cli.ask;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.pages.AnalysedPage;
import org.hearsay.cli.pages.PageAnalysis;
import org.hearsay.cli.pages.PageFiles;
import org.hearsay.cli.pages.PagesTogether;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;

/** The sample pages as a store. */
final class SampleStore {
  static final Path SAMPLES = Path.of("../../samples");

  /** Files of a checkout are of any time: here they all are of this one. */
  private static final Instant WRITTEN = Instant.parse("2026-02-01T00:00:00Z");

  private SampleStore() {}

  /** Copies the samples to a folder, and makes a store of them in a file. */
  static void make(Path folder, Path file) throws IOException, InterruptedException {
    copy(folder);
    PrintWriter err = new PrintWriter(new StringWriter());
    PageFiles pages = PageFiles.of(List.of(folder.resolve("pages").toString()));
    Catalogue catalogue = pages.catalogue(new CatalogueOptions(), err);
    List<AnalysedPage> read = new PageAnalysis(catalogue, 2, true, err).of(pages.files()).pages();
    try (QueryStore store = QueryStore.open(file, Limits.standard());
        MeaningEncoder meanings = MeaningEncoder.load()) {
      Batch batch = store.batch();
      new PagesTogether(read, catalogue, meanings::meaning).records(batch::add);
      store.write(batch, Map.of());
    }
  }

  private static void copy(Path to) throws IOException {
    Files.walkFileTree(
        SAMPLES,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(SAMPLES.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            Files.setLastModifiedTime(target, FileTime.from(WRITTEN));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
