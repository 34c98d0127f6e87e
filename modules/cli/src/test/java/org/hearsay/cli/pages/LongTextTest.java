package org.hearsay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearsay.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text that is longer than what is read of one. It is fiction. */
class LongTextTest {
  private static final int LONG = 590_000;

  /** So many UTF-16 code units of a text are annotated. */
  private static final int READ = 200_000;

  @TempDir Path folder;

  /** Every thousand letters somebody says something: short texts are read sooner. */
  private static String text() {
    StringBuilder out = new StringBuilder("A long report\n\n");
    for (int part = 1; out.length() < LONG; part++) {
      out.append("Bridge number ")
          .append(part)
          .append(
              " will stay closed, Mara Lind said of UN Security Council" + " Resolution 1244.\n\n");
      while (out.length() < LONG && out.length() < part * 1000) {
        out.append("The river was high and the road was wet, and so it went on for a week. ");
      }
      out.append("\n\n");
    }
    return out.toString();
  }

  @Test
  void noClaimLiesBeyondWhatIsReadAndEachHasAnId() throws IOException {
    Path page = Files.writeString(folder.resolve("long.txt"), text());
    assertThat(Files.size(page)).isGreaterThanOrEqualTo(LONG);
    Said said =
        Said.by(
            "query",
            """
            select count(*) > 50 as many, count(distinct id) = count(*) as different,
              count_if(id is null or id = '') as withoutId,
              count_if(list_max(list_transform(content, lambda part: part."end")) > %d
                or list_max(list_transform(cue, lambda part: part."end")) > %1$d) as beyond,
              (select count(*) > 50 and max("start") < %1$d from mentions) as mentionsWithin,
              max(content[1].start) > %1$d * 0.9 as nearlyAsFar,
              (select len(partial) > 0 from annotations) as partial,
              (select len(body) > 500000 from articles) as whole
            from claims
            """
                .formatted(READ),
            "--format",
            "csv",
            "--pages",
            page.toString());
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out().lines().toList().get(1))
        .as("many, different, withoutId, beyond, mentionsWithin, nearlyAsFar, partial, whole")
        .isEqualTo("true,true,0,0,true,true,true,true");
    assertThat(said.err().lines()).noneMatch(line -> line.contains("fault"));
  }
}
