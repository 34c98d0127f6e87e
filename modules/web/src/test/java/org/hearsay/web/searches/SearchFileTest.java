package org.hearsay.web.searches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchFileTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;

  private List<SavedSearch> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("searches.yaml"), text);
    return SearchFile.read(
        file,
        (url, secret) ->
            new SavedSearch.Webhook(URI.create(url), Secret.parse(secret.orElseThrow())));
  }

  @Test
  void aListIsReadAsYamlAndAsJson() throws IOException {
    List<SavedSearch> yaml =
        read(
            "# ours\n- name: KFOR\n  filter: entity=kfor&form=DIRECT\n- name: Krelani\n  filter:"
                + " speaker=name%3Aarta+krelani\n  webhook: https://desk.example/hook\n  secret: "
                + SECRET
                + "\n");
    assertThat(yaml).extracting(SavedSearch::name).containsExactly("KFOR", "Krelani");
    assertThat(yaml.get(1).webhook().orElseThrow().url())
        .isEqualTo(URI.create("https://desk.example/hook"));
    assertThat(yaml).allMatch(SavedSearch::given);

    List<SavedSearch> json = read("[{\"name\": \"KFOR\",\n \"filter\": \"entity=kfor\"}]");
    assertThat(json.get(0).id()).isEqualTo(yaml.get(0).id());
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: KFOR|searches.yaml:1: is no list",
        "- name: a;  filter: x=1|searches.yaml:2: filter: x is no filter of claims",
        "- name: a;  filter: form=WRONG|searches.yaml:2: filter: form",
        "- name: a|searches.yaml:1: filter is missing",
        "- filter: form=DIRECT|searches.yaml:1: name is missing",
        "- name: a;  filter: '';  url: x|searches.yaml:3: url is not known",
        "- name: a;  filter: '';- name: a;  filter: ''|searches.yaml:3: there are two",
        "- name: a;  filter: '';  webhook: https://x.example|searches.yaml:3: give secret",
        "- name: a;  filter: '';  secret: x|searches.yaml:3: secret is for a webhook",
        "- name: a;  filter: '';  webhook: https://x.example;  secret: x|searches.yaml:3: a secret"
            + " is",
        "- name: [|not YAML",
        "- name: a;  filter: q=%zz|searches.yaml:2: filter"
      })
  void whatIsWrongIsSaidWithFileAndLine(String text, String said) {
    assertThatThrownBy(() -> read(text.replace(";", "\n")))
        .isInstanceOf(SearchException.class)
        .hasMessageContaining(said);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    - name: a
                      filter: x=1
                      secret: y
                    - filter: form=WRONG
                      url: x
                    - name: b
                      filter: form=DIRECT
                    """))
        .isInstanceOf(SearchException.class)
        .satisfies(
            e ->
                assertThat(String.valueOf(e.getMessage()).lines())
                    .hasSize(5)
                    .anyMatch(line -> line.contains("searches.yaml:2: filter: x is no filter"))
                    .anyMatch(line -> line.contains("searches.yaml:3: secret is for"))
                    .anyMatch(line -> line.contains("searches.yaml:4: name is missing"))
                    .anyMatch(line -> line.contains("searches.yaml:4: filter: form"))
                    .anyMatch(line -> line.contains("searches.yaml:5: url is not known")));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () ->
                SearchFile.read(
                    folder.resolve("none.yaml"),
                    (url, secret) -> new SavedSearch.Webhook(URI.create(url), Secret.random())))
        .isInstanceOf(SearchException.class)
        .hasMessageContaining("none.yaml");
  }
}
