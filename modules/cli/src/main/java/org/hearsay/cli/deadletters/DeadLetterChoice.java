package org.hearsay.cli.deadletters;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.stages.StageNames;
import org.hearsay.text.Fold;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant: the same options on every command that takes them. */
final class DeadLetterChoice {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhd])");

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      description = "Only those whose reason has these words.")
  @Nullable String reason;

  @Option(names = "--stage", description = "Only those that this stage gave up.")
  @Nullable String stage;

  @Option(
      names = "--topic",
      description = "Only those that come from this topic; also without the prefix.")
  @Nullable String topic;

  @Option(names = "--key", description = "Only those whose key has this in it: an address, an id.")
  @Nullable String key;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only those whose record has this time or a later one: 2026-01-31, 2026-01-31T12:00:00Z,"
              + " or 90m, 12h, 7d ago.")
  @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only those whose record has an earlier time.")
  @Nullable String until;

  /** Whether nothing was chosen, so that all are meant. */
  boolean isAll() {
    return reason == null
        && stage == null
        && topic == null
        && key == null
        && since == null
        && until == null;
  }

  /**
   * Which dead letters they are.
   *
   * @param ids if any: only these
   * @param now what times ago are counted from
   * @throws UserException where an option says nothing that there is
   */
  Chosen chosen(List<String> ids, ClusterOptions cluster, Instant now) {
    for (String id : ids) {
      if (!DeadLetter.isId(id)) {
        throw new UserException(
            id + " is no dead letter: each has a partition and an offset, as 0:17; see list");
      }
    }
    return new Chosen(
        List.copyOf(ids),
        reason == null ? null : Fold.name(reason),
        stage == null ? null : StageNames.of(List.of(stage)).iterator().next().label(),
        topic == null
            ? null
            : cluster
                .topics()
                .named(topic)
                .orElseThrow(() -> new UserException("--topic: there is no topic " + topic))
                .name(),
        key,
        since == null ? Instant.MIN : time("--since", since, now),
        until == null ? Instant.MAX : time("--until", until, now));
  }

  private static Instant time(String option, String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      String period = (ago.group(2).equals("d") ? "P" : "PT") + text.toUpperCase(Locale.ROOT);
      return now.minus(Duration.parse(period));
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UserException(
          option
              + " takes a day (2026-01-31), a time (2026-01-31T12:00:00Z) or how long ago (90m, 12h,"
              + " 7d), not "
              + text,
          e);
    }
  }

  /**
   * What was chosen.
   *
   * @param ids only these; any where it is empty
   * @param reason folded
   * @param topic with its prefix
   * @param since the first
   * @param until after the last
   */
  record Chosen(
      List<String> ids,
      @Nullable String reason,
      @Nullable String stage,
      @Nullable String topic,
      @Nullable String key,
      Instant since,
      Instant until) {

    /** Whether it is one of them. */
    boolean has(DeadLetter letter) {
      return (ids.isEmpty() || ids.contains(letter.id()))
          && (reason == null || Fold.name(letter.reason()).contains(reason))
          && (stage == null || stage.equals(letter.stage()))
          && (topic == null
              || letter.source().filter(place -> place.topic().equals(topic)).isPresent())
          && (key == null || letter.key().contains(key))
          && !letter.time().isBefore(since)
          && letter.time().isBefore(until);
    }
  }
}
