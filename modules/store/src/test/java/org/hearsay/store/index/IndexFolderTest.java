package org.hearsay.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an index lies. */
class IndexFolderTest {
  private static final double MEGABYTE = 1;

  @TempDir private Path above;

  private static List<String> in(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  @Test
  void anIndexLiesInItsFolderWhichGoesWithIt() throws IOException {
    try (IndexFolder folder = IndexFolder.open(above)) {
      try (IndexWriter writer = new IndexWriter(folder.directory(), IndexFolder.config(MEGABYTE))) {
        Document document = new Document();
        document.add(new StoredField("whole", "a text"));
        writer.addDocument(document);
        writer.commit();

        assertThat(in(above.resolve(in(above).get(0))))
            .anySatisfy(file -> assertThat(file).endsWith(".fdt"))
            .anySatisfy(file -> assertThat(file).startsWith("segments"));
      }
    }
    assertThat(in(above)).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftGoesAndWhatALiveOneHasStays() throws IOException {
    long me = ProcessHandle.current().pid();
    Path left = Files.createDirectory(above.resolve("hearsay-index-999999999-1"));
    Files.writeString(left.resolve("_0.fdt"), "left");
    Files.createDirectory(above.resolve("hearsay-index-" + me + "-1"));
    Files.createDirectory(above.resolve("hearsay-index-mine"));

    IndexFolder.open(above).close();

    assertThat(in(above))
        .containsExactlyInAnyOrder("hearsay-index-" + me + "-1", "hearsay-index-mine");
  }
}
