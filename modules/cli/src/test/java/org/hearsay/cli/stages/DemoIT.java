package org.hearsay.cli.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearsay.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a folder of pages and of data of one's own. The pages are fiction. */
class DemoIT {
  @TempDir Path folder;

  private String demo(String title, String body) throws IOException {
    Path samples = Files.createDirectories(folder.resolve(title));
    Files.writeString(samples.resolve("page.txt"), title + "\n\n" + body + "\n");
    Files.writeString(
        samples.resolve("pages.tsv"),
        "file\turl\tcontent-type\npage.txt\thttps://brod.example/" + title + "\ttext/plain\n");
    Said said =
        Said.by(
            "demo", "--data", folder.resolve("data").toString(), "--samples", samples.toString());
    assertThat(said.status()).as(said.err()).isZero();
    return said.out();
  }

  @Test
  void aSecondRunOnTheSameDataShowsItsOwnPages() throws IOException {
    String bridge =
        "The bridge over the Drava will stay closed until spring, the minister Mara Lind said on"
            + " Monday after engineers had found cracks in two of its pillars and a bearing.";
    String school =
        "The school of Brod will open again in May, its director Jon Pell told parents on Friday,"
            + " when the last of the new windows has come and the roof is dry.";
    assertThat(demo("bridge", bridge)).contains("Mara Lind").contains("1 page, ");
    assertThat(demo("school", school))
        .contains("Jon Pell")
        .contains("1 page, ")
        .doesNotContain("Mara Lind");
  }
}
