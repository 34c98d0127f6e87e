package org.hearsay.cli.pages;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.cli.options.UserException;
import org.hearsay.entities.Catalogue;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.CatalogueRecords;

/**
 * What can be said of pages before they are analysed, which takes its time: whose they are, and
 * what they are called.
 *
 * @param catalogue what they are read with
 */
public record PageHeads(Catalogue catalogue) {
  /** Hands on the catalogue's outlets. */
  public void outlets(BiConsumer<SpecificRecord, Instant> sink) {
    catalogue.outlets().forEach(one -> sink.accept(CatalogueRecords.record(one), Instant.EPOCH));
  }

  /** Hands on the articles of those files that can be read. */
  public void articles(List<PageFile> files, BiConsumer<SpecificRecord, Instant> sink) {
    LineagePages reader = new LineagePages(catalogue);
    for (PageFile file : files) {
      try {
        Publication publication = reader.publish(file);
        String address = Path.of(file.name()).toAbsolutePath().toUri().toString();
        sink.accept(ArticleRecords.article(address, publication, 0), Instant.EPOCH);
      } catch (UserException e) {
        // Whoever reads it whole says so.
      }
    }
  }
}
