package org.hearsay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
  private static final String HEADER = "file\turl\tcontent-type\n";

  @TempDir Path folder;

  @BeforeEach
  void pages() throws IOException {
    Files.createDirectories(folder.resolve("pages/brod"));
    for (String name : List.of("a.txt", "b.txt")) {
      Files.writeString(folder.resolve("pages/brod").resolve(name), "The ferry");
    }
  }

  private void list(String text) throws IOException {
    Files.writeString(folder.resolve("pages.tsv"), text);
  }

  private List<PageFile> named(String name) {
    return PageFiles.of(List.of(folder.resolve(name).toString())).files();
  }

  @Test
  void aListAboveAPageSaysWhereItWasFetched() throws IOException {
    list(HEADER + "pages/brod/a.txt\thttps://brod.example/a\ttext/plain\n");
    assertThat(named("pages"))
        .containsExactly(
            new PageFile(
                folder.resolve("pages/brod/a.txt").toString(),
                "https://brod.example/a",
                "text/plain"),
            new PageFile(folder.resolve("pages/brod/b.txt").toString(), null, null));
  }

  @Test
  void aFolderWithAListIsThePagesOfTheListInItsOrder() throws IOException {
    list(
        HEADER
            + "pages/brod/b.txt\thttps://brod.example/b\ttext/plain\n"
            + "pages/brod/a.txt\thttps://brod.example/a\ttext/plain\n");
    assertThat(named("."))
        .extracting(PageFile::url)
        .containsExactly("https://brod.example/b", "https://brod.example/a");
  }

  @Test
  void aFileOfThatNameThatIsNoListSaysNothing() throws IOException {
    list("rank\tpages\n1\t2\n");
    assertThat(named("pages")).extracting(PageFile::url).containsOnlyNulls().hasSize(2);
  }

  @Test
  void aListThatNamesWhatIsNotThereIsRefusedWithFileAndLine() throws IOException {
    list(HEADER + "pages/brod/c.txt\thttps://brod.example/c\ttext/plain\n");
    assertThatThrownBy(() -> named("pages"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("pages.tsv:2")
        .hasMessageContaining("c.txt: no such file");
  }

  @Test
  void theOutletsBesideAListAreKnownAndThatIsTold() throws IOException {
    list(HEADER + "pages/brod/a.txt\thttps://brod.example/a\ttext/plain\n");
    Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(
        folder.resolve("catalogue/outlets.yaml"),
        "outlets:\n  - id: brod-bell\n    name: Brod Bell\n    hosts: [brod.example]\n");
    StringWriter err = new StringWriter();
    PageFiles pages = PageFiles.of(List.of(folder.resolve("pages").toString()));
    assertThat(pages.catalogue(new CatalogueOptions(), new PrintWriter(err, true)).outlets())
        .extracting("id")
        .contains("brod-bell");
    assertThat(err.toString()).contains("pages.tsv", "outlets.yaml");
  }

  @Test
  void whatIsNamedTwiceIsReadOnce() {
    String folderName = folder.resolve("pages").toString();
    assertThat(PageFiles.of(List.of(folderName, folderName + "/brod/a.txt", folderName)).files())
        .hasSize(2);
  }
}
