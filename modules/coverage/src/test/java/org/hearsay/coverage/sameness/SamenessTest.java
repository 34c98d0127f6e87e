package org.hearsay.coverage.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearsay.coverage.Samples;
import org.hearsay.coverage.sameness.ClaimPairs.Counts;
import org.hearsay.coverage.sameness.ClaimPairs.Line;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The claims are invented. */
@TestInstance(Lifecycle.PER_CLASS)
class SamenessTest {
  private final MeaningEncoder encoder = MeaningEncoder.load();

  @AfterAll
  void close() {
    encoder.close();
  }

  private Statement statement(String content) {
    return statement(content, false);
  }

  private Statement statement(String content, boolean denied) {
    Wording wording = Wording.of(content, denied, Samples.ENGLISH);
    return Statement.of(wording, encoder.meaning(wording.text()));
  }

  private boolean same(String one, String other) {
    boolean same = new Sameness(Samples.ENGLISH).same(statement(one), statement(other));
    assertThat(new Sameness(Samples.ENGLISH).same(statement(other), statement(one)))
        .isEqualTo(same);
    return same;
  }

  @Test
  void wordsSetOtherwiseAreTheSameWords() {
    assertThat(same("“We won’t go,”", "we won't go")).isTrue();
    assertThat(same("that the Dam is safe", "the dam is safe.")).isTrue();
    assertThat(same("We won’t go", "We won’t stay")).isFalse();
  }

  @Test
  void aPartOfAQuotationIsTheSameClaim() {
    assertThat(
            same(
                "“Nobody has told this city the truth about the water for eleven years, and I do"
                    + " not intend to be the next who keeps quiet about what we found in the wells,”",
                "“not intend to be the next who keeps quiet about what we found in the wells,”"))
        .isTrue();
  }

  @Test
  void aDenialIsTheSameAsSayingNoAndNotAsSayingYes() {
    Statement denied = statement("he had taken money from the two haulage companies", true);
    Statement no = statement("he had not taken money from the two haulage companies");
    Statement yes = statement("he had taken money from the two haulage companies");
    assertThat(new Sameness(Samples.ENGLISH).same(denied, no)).isTrue();
    assertThat(new Sameness(Samples.ENGLISH).same(denied, yes)).isFalse();
  }

  @Test
  void mostParaphrasesAreFoundAndMostNearMissesAreNot() {
    // Near misses are five times as many here as paraphrases, and written to mislead.
    Counts dev = ClaimPairs.count(ClaimPairs.read("claims-dev.tsv", encoder));
    Counts held = ClaimPairs.count(ClaimPairs.read("claims-held-out.tsv", encoder));
    for (Counts counts : List.of(dev, held)) {
      assertThat(counts.wrongAcrossSubjects).as("%s", counts).isZero();
      assertThat(counts.precision()).as("%s", counts).isGreaterThan(0.65);
      assertThat(counts.recall()).as("%s", counts).isGreaterThan(0.45);
    }
  }

  @Test
  void claimsThatSayTheSameMeetUnderAKey() {
    int same = 0;
    int met = 0;
    int keys = 0;
    int words = 0;
    List<Line> lines = new ArrayList<>(ClaimPairs.read("claims-dev.tsv", encoder));
    lines.addAll(ClaimPairs.read("claims-held-out.tsv", encoder));
    for (Line line : lines) {
      keys += line.statement().wordKeys().length;
      words += line.statement().wording().size();
    }
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        Statement a = lines.get(i).statement();
        Statement b = lines.get(j).statement();
        if (new Sameness(Samples.ENGLISH).same(a, b)) {
          same++;
          boolean byMeaning =
              shares(a.meaningKeys(), b.meaningKeys())
                  && Statement.mayMean(a.signature(), b.signature());
          met += byMeaning || shares(a.wordKeys(), b.wordKeys()) ? 1 : 0;
        }
      }
    }
    assertThat(met).isGreaterThanOrEqualTo((int) (0.97 * same));
    assertThat(keys).isLessThan(words);
  }

  @Test
  void unrelatedClaimsSeldomMeet() {
    List<Line> lines = ClaimPairs.read("claims-dev.tsv", encoder);
    int pairs = 0;
    int met = 0;
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        if (!lines.get(i).family().equals(lines.get(j).family())) {
          pairs++;
          Statement a = lines.get(i).statement();
          Statement b = lines.get(j).statement();
          met +=
              shares(a.meaningKeys(), b.meaningKeys())
                      && Statement.mayMean(a.signature(), b.signature())
                  ? 1
                  : 0;
        }
      }
    }
    assertThat((double) met / pairs).isLessThan(0.05);
  }

  @Test
  void whatIsKeptOfAMeaningGivesTheSameKeysAgain() {
    Statement statement = statement("the orchestra will play in the open on Friday");
    Statement again = Statement.of(statement.wording(), statement.meaning());
    assertThat(again.meaningKeys()).isEqualTo(statement.meaningKeys());
    assertThat(again.cosine(statement)).isEqualTo(statement.cosine(statement));
  }

  /** Kept in stores and topics: another value here is another version of what is stored. */
  @Test
  void keysAreTheSameOnEveryMachine() {
    float[] direction = new float[MeaningEncoder.WIDTH];
    Random random = new Random(5);
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) (random.nextGaussian() / 20);
    }
    Statement statement =
        Statement.of(
            Wording.of("the dam will hold until the spring comes", false, Samples.ENGLISH),
            direction);
    assertThat(statement.signature().toString())
        .isEqualTo("[1971987442778583430, -2701696279701499393, -889835153904688964]");
    assertThat(Arrays.toString(statement.wordKeys()))
        .isEqualTo("[3162027334127382123, 7793171890466415478, 8394854830758045955]");
  }

  private static boolean shares(long[] one, long[] other) {
    return Arrays.stream(one).anyMatch(key -> Arrays.binarySearch(other, key) >= 0);
  }
}
