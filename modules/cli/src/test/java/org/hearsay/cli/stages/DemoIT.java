package org.hearsay.cli.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hearsay.cli.Hearsay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demo on a folder of pages and of data of one's own. The pages are fiction. */
class DemoIT {
  @TempDir Path folder;

  private String demo(String title, String body) throws IOException {
    Path samples = Files.createDirectories(folder.resolve(title));
    Files.writeString(samples.resolve("page.txt"), title + "\n\n" + body + "\n");
    Files.writeString(
        samples.resolve("pages.tsv"),
        "file\turl\tcontent-type\npage.txt\thttps://brod.example/" + title + "\ttext/plain\n");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int status =
        line.execute(
            "demo", "--data", folder.resolve("data").toString(), "--samples", samples.toString());
    assertThat(status).as("%s", err).isZero();
    return out.toString();
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
