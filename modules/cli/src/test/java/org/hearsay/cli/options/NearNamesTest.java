package org.hearsay.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
  private static final List<String> NAMES =
      List.of("Radovan Stepic", "radovan-stepic", "Lene Haugsrud", "KFOR", "Meridian Wire");

  @Test
  void aNameIsNearByAFewSlipsInAllOfItOrInAWord() {
    assertThat(NearNames.of("Stepik", NAMES)).containsExactly("Radovan Stepic");
    assertThat(NearNames.of("meridan wire", NAMES)).containsExactly("Meridian Wire");
    assertThat(NearNames.of("KFRO", NAMES)).containsExactly("KFOR");
    assertThat(NearNames.of("Häugsrud", NAMES)).containsExactly("Lene Haugsrud");
  }

  @Test
  void aSlipInOneWordOfSeveralIsNearFromFourLettersOn() {
    List<String> outlets = List.of("Balkan Ledger", "The Gate of Var", "Wire");
    assertThat(NearNames.of("balkn", outlets)).containsExactly("Balkan Ledger");
    assertThat(NearNames.of("leger", outlets)).containsExactly("Balkan Ledger");
    assertThat(NearNames.of("gote", outlets)).containsExactly("The Gate of Var");
    assertThat(NearNames.of("vat", outlets)).isEmpty();
    assertThat(NearNames.of("ofs", outlets)).isEmpty();
    assertThat(NearNames.of("bakn", outlets)).isEmpty();
  }

  @Test
  void aFarNameIsNotOfferedBesideANearOne() {
    List<String> names = List.of("Ireland", "Arta Krelani", "Krela", "Irina Krelanj");
    assertThat(NearNames.of("krelany", names)).containsExactly("Arta Krelani", "Irina Krelanj");
    assertThat(NearNames.of("irelany", names)).containsExactly("Ireland");
  }

  @Test
  void aNameOneSlipAwayStandsBesideOneThatHasTheWord() {
    assertThat(NearNames.of("claim", List.of("claims", "claim-clusters", "pages")))
        .containsExactly("claim-clusters", "claims");
  }

  @Test
  void aNameThatIsLikeNoneHasNoneNear() {
    assertThat(NearNames.of("Zelensky", NAMES)).isEmpty();
    assertThat(NearNames.meant("Zelensky", NAMES)).isEmpty();
    assertThat(NearNames.of("", NAMES)).isEmpty();
  }
}
