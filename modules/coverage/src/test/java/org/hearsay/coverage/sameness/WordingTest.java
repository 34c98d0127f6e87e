package org.hearsay.coverage.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.hearsay.coverage.Samples;
import org.junit.jupiter.api.Test;

/** The sentences are invented. */
class WordingTest {
  private static Wording of(String content) {
    return Wording.of(content, false, Samples.ENGLISH);
  }

  @Test
  void numbersInFiguresAndInWordsAreTheSame() {
    assertThat(of("about 3,200 people").numbers()).containsExactly("3200");
    assertThat(of("three thousand two hundred people").numbers()).containsExactly("3200");
    assertThat(of("14 million euros").numbers()).isEqualTo(of("fourteen million euros").numbers());
    assertThat(of("twenty-four lorries").numbers()).isEqualTo(of("24 lorries").numbers());
    assertThat(of("1.5 billion").numbers()).containsExactly("1500000000");
    assertThat(of("two, three or four").numbers()).containsExactlyInAnyOrder("2", "3", "4");
  }

  @Test
  void sharesArePercent() {
    assertThat(of("90 percent of children").numbers()).containsExactly("90%");
    assertThat(of("nine out of ten children").numbers()).containsExactly("90%");
    assertThat(of("nine in ten children").numbers()).containsExactly("90%");
    assertThat(of("41 per cent").numbers()).isEqualTo(of("41%").numbers());
    assertThat(of("half of the town").numbers()).containsExactly("50%");
    assertThat(of("a third of the town").numbers()).containsExactly("33%");
    assertThat(of("the third attempt").numbers()).isEmpty();
    assertThat(of("two in 2019").numbers()).containsExactlyInAnyOrder("2", "2019");
  }

  @Test
  void daysOfDatesAreNumbersAndMonthsAreTimes() {
    Wording date = of("on the twelfth of March");
    assertThat(date.numbers()).isEqualTo(of("on March 12").numbers());
    assertThat(date.times()).containsExactly("march");
    assertThat(of("they march and they may sing").times()).isEmpty();
    assertThat(of("in May").times()).containsExactly("may");
  }

  @Test
  void namesAreCapitalsThatBeginNoSentence() {
    assertThat(of("Heavy snow fell. Nobody saw Lena Horvat there").names())
        .containsExactlyInAnyOrder("lena", "horvat");
    assertThat(of("NATO agreed").names()).containsExactly("nato");
    assertThat(of("he met Zelenskyy").names()).isEqualTo(of("he met Zelenskiy").names());
  }

  @Test
  void marksAroundItAndThatBeforeItDoNotBelongToIt() {
    assertThat(of(" “that the dam is safe,” ").text()).isEqualTo("the dam is safe");
    assertThat(of("That day is lost (really)").text()).isEqualTo("day is lost (really)");
    assertThat(of("").text()).isEmpty();
    assertThat(of("“…”").key()).isEmpty();
  }

  @Test
  void aWordIsFoundByItsOtherForms() {
    assertThat(of("lorries banned").stems()).isEqualTo(of("a lorry was being ban’s").stems());
    assertThat(of("closed plates").stems()).isEqualTo(of("close plate").stems());
  }

  @Test
  void itSaysNoAsOftenAsItDoes() {
    assertThat(of("we won’t pay and cannot stay").negations()).isEqualTo(2);
    assertThat(Wording.of("we paid", true, Samples.ENGLISH).negations()).isEqualTo(1);
    assertThat(Wording.of("we paid", true, Samples.ENGLISH).key())
        .isNotEqualTo(of("we paid").key());
  }

  @Test
  void aLetterThatIsAMarkAloneIsNoWord() {
    assertThat(of("we \ufe70 paid").key()).isEqualTo(of("we paid").key());
    assertThat(of("\ufe70").size()).isZero();
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll @StringLength(max = 120) String text) {
    Wording wording = of(text);
    assertThat(wording.stems()).doesNotContain("");
    assertThat(wording.key().isEmpty()).isEqualTo(wording.size() == 0);
    assertThat(wording.key()).isEqualTo(of(text).key());
  }
}
