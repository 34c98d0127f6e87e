package org.hearsay.page.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.page.Notice;
import org.hearsay.page.NoticeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeFinderTest {
  private final NoticeFinder finder = new NoticeFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Originally published on TarnPost|TarnPost",
        "This article first appeared in The Tarn Post.|The Tarn Post",
        "This article was originally published by Harbour.org|Harbour.org",
        "Republished with permission from Harbour Weekly|Harbour Weekly",
        "Republished from harbour.example|harbour.example",
        "Reposted from The Tarn Post|The Tarn Post",
        "Source: TarnPost|TarnPost",
        "via TarnPost|TarnPost",
        "This story was first published on The Tarn Post and is reproduced here.|The Tarn Post"
      })
  void aLineThatNamesTheOriginIsANotice(String line, String name) {
    assertThat(finder.line(line))
        .isEqualTo(new Notice(NoticeKind.REPUBLISHED_FROM, name, line, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dieser Artikel ist zuerst bei Hafenblatt erschienen|Hafenblatt",
        "Zuerst erschienen im Hafenblatt|Hafenblatt",
        "Quelle: Hafenblatt|Hafenblatt",
        "Cet article a été initialement publié sur Le Phare|Le Phare",
        "Article original : Le Phare|Le Phare",
        "Publicado originalmente en El Faro|El Faro",
        "Fuente: El Faro|El Faro",
        "Впервые опубликовано на сайте Маяк|Маяк",
        "Источник: Маяк|Маяк",
        "Tekst je prvobitno objavljen na portalu Svetionik|Svetionik",
        "Preuzeto sa Svetionik|Svetionik",
        "Текст је првобитно објављен на порталу Светионик|Светионик",
        "Извор: Светионик|Светионик"
      })
  void noticesAreReadInEveryLanguageThatHasAFile(String line, String name) {
    assertThat(finder.line(line))
        .isEqualTo(new Notice(NoticeKind.REPUBLISHED_FROM, name, line, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Bürgermeister sagte Reuters, die Brücke sei sicher.",
        "Selon l’AFP, le pont a été fermé lundi.",
        "Según EFE, el puente fue cerrado el lunes.",
        "Мэр сообщил РИА Новости, что мост закрыт.",
        "Kako je izjavio za Tanjug, most je zatvoren u ponedeljak."
      })
  void agenciesThatAreQuotedAreNoNoticeInAnyLanguage(String sentence) {
    assertThat(finder.line(sentence)).isNull();
    assertThat(finder.inside(sentence, true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"With AP|AP", "© AFP|AFP", "Copyright 2031 Reuters|Reuters", "By Reuters|Reuters"})
  void aLineThatCreditsAnAgencyIsANotice(String line, String name) {
    assertThat(finder.line(line)).isEqualTo(new Notice(NoticeKind.AGENCY_CREDIT, name, line, null));
  }

  @Test
  void aDatelineCreditsAnAgencyThatNoListKnows() {
    assertThat(finder.inside("TARN, Jan 12 (Pier Wire) - The council voted on Monday.", true))
        .singleElement()
        .satisfies(n -> assertThat(n.name()).isEqualTo("Pier Wire"));
    assertThat(finder.inside("The council (Pier Ward) - as it is known - voted.", true)).isEmpty();
  }

  @Test
  void aDatelineCreditsItsAgencyOnlyNearTheTop() {
    String paragraph = "LOWER TARN (Reuters) - The council voted on Monday.";
    assertThat(finder.inside(paragraph, true))
        .singleElement()
        .satisfies(n -> assertThat(n.name()).isEqualTo("Reuters"))
        .satisfies(n -> assertThat(n.evidence()).isEqualTo("LOWER TARN (Reuters) -"));
    assertThat(finder.inside(paragraph, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor told Reuters that the pier was safe.",
        "Reuters, citing two sailors, reported that the pier had closed.",
        "According to AP, the pier was closed on Monday.",
        "Her first novel was originally published in 2011 by a small press in the hills, she said.",
        "The council said the story was published in The Tarn Post without its knowledge."
      })
  void wordsThatQuoteAnAgencyOrTellOfAPublicationAreNoNotice(String sentence) {
    assertThat(finder.line(sentence)).isNull();
    assertThat(finder.inside(sentence, true)).isEmpty();
  }

  @Test
  void aBylineOfAnAgencyIsACredit() {
    assertThat(List.of("Reuters", "By Reuters Staff", "Agence France-Presse"))
        .allMatch(b -> finder.byline(b) != null);
    assertThat(finder.byline("Runa Felt")).isNull();
    assertThat(finder.byline(null)).isNull();
  }
}
