package org.hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class NamedParametersTest {
  @Test
  void aNameIsOneNumberWhereverItStands() {
    NamedParameters read = NamedParameters.of("select $b, $a, $b");
    assertThat(read.sql()).isEqualTo("select $1, $2, $1");
    assertThat(read.names()).containsExactly("b", "a");
  }

  @Test
  void whatIsQuotedOrCommentedIsNoParameter() {
    String sql = "select '$a', \"$b\", $$ $c $$ -- $d\n /* $e */ from t where x = 'it''s $f'";
    assertThat(NamedParameters.of(sql)).isEqualTo(new NamedParameters(sql, java.util.List.of()));
  }

  @Test
  void aMissingValueIsNamed() {
    assertThatThrownBy(() -> NamedParameters.of("select $outlet").values(Map.of()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("$outlet");
  }

  @Test
  void aValueForNoParameterIsNamedWithThoseThatThereAre() {
    Map<String, @org.jspecify.annotations.Nullable String> given = new HashMap<>();
    given.put("outlet", null);
    given.put("oulet", "rt");
    assertThatThrownBy(() -> NamedParameters.of("select $outlet").values(given))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("$oulet")
        .hasMessageContaining("$outlet");
  }

  @Property
  void aQuotedTextStaysAsItIsWhateverItHolds(@ForAll @NotEmpty String text) {
    String sql = "select '" + text.replace("'", "''") + "'";
    assertThat(NamedParameters.of(sql).sql()).isEqualTo(sql);
  }
}
