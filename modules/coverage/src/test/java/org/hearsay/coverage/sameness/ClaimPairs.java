package org.hearsay.coverage.sameness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearsay.coverage.Samples;
import org.hearsay.encoder.sentences.MeaningEncoder;

/** Invented claims, some of which say the same: every pair of them. */
final class ClaimPairs {
  /**
   * A claim of the set.
   *
   * @param family claims of one speaker on one subject
   * @param claim what is the same in those that say the same
   * @param statement its wording and meaning
   */
  record Line(String family, String claim, Statement statement) {}

  /** How many pairs were found to be the same, rightly and wrongly, and how many were missed. */
  static final class Counts {
    int right;
    int wrong;
    int missed;
    int wrongAcrossSubjects;

    double precision() {
      return (double) right / (right + wrong + wrongAcrossSubjects);
    }

    double recall() {
      return (double) right / (right + missed);
    }

    @Override
    public String toString() {
      return String.format(
          "%d right, %d wrong on the same subject, %d across subjects, %d missed",
          right, wrong, wrongAcrossSubjects, missed);
    }
  }

  private ClaimPairs() {}

  static List<Line> read(String name, MeaningEncoder encoder) {
    List<Line> out = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(ClaimPairs.class.getResourceAsStream(name))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\t", -1);
          Wording wording = Wording.of(parts[2], false, Samples.ENGLISH);
          Statement statement = Statement.of(wording, encoder.meaning(wording.text()));
          out.add(new Line(parts[0], parts[1], statement));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  static Counts count(List<Line> lines) {
    Counts counts = new Counts();
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        Line a = lines.get(i);
        Line b = lines.get(j);
        boolean same = new Sameness(Samples.ENGLISH).same(a.statement, b.statement);
        if (!a.family.equals(b.family)) {
          counts.wrongAcrossSubjects += same ? 1 : 0;
        } else if (a.claim.equals(b.claim)) {
          counts.right += same ? 1 : 0;
          counts.missed += same ? 0 : 1;
        } else {
          counts.wrong += same ? 1 : 0;
        }
      }
    }
    return counts;
  }
}
