package org.hearsay.cli.ask;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.OutletFacts.Ownership;
import org.hearsay.framing.terms.Category;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.tables.Change;
import org.hearsay.store.tables.NameKind;

/** The words that a question's parameter takes, where these are settled whatever was read. */
final class KnownWords {
  private KnownWords() {}

  /** Those of a parameter; none where it takes names, numbers or anything. */
  static List<String> of(Parameter parameter) {
    return parameter.names().stream().allMatch(NameKind::isWord)
        ? parameter.names().stream().flatMap(KnownWords::of).toList()
        : List.of();
  }

  private static Stream<String> of(NameKind kind) {
    return switch (kind) {
      case OWNER -> Arrays.stream(Ownership.values()).map(Ownership::word);
      case TYPE -> names(EntityType.values());
      case CATEGORY -> names(Category.values());
      case CHANGE -> names(Change.values());
      default -> Stream.of();
    };
  }

  private static Stream<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name);
  }
}
