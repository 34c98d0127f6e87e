package org.hearsay.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import org.hearsay.entities.EntityLanguage;
import org.hearsay.entities.EntityLinker;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.Span;
import org.hearsay.text.languages.ReadingLanguage;

/**
 * Measures how fast a large catalogue is read and matched, in processor time of one thread: the
 * built-in catalogue and as many invented names as make the given number of aliases (100,000 by
 * default). The texts are annotated beforehand: what is timed is the linker's own work, beside a
 * plain pass of a regular expression over the same texts. After {@code mvn package}, in the
 * repository's root: {@code java -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*:modules/cli/target/dist/models/*"
 * org.hearsay.benchmarks.CatalogueBenchmark}.
 */
public final class CatalogueBenchmark {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\S");
  private static final int TEXTS = 200;
  private static final int SENTENCES = 40;
  private static final double SECONDS = 5;

  private static final String[] SENTENCE = {
    "%s told reporters in Belgrade on Monday that the %s would not accept the proposal.",
    "The ministry said that NATO troops had crossed the bridge near Mitrovica, and %s agreed.",
    "According to %s, the resolution was discussed with the European Union's envoy last week.",
    "Nobody in the village remembered when the ferry had last been painted or who had done it.",
    "%s and %s signed the agreement, which the government in Pristina had rejected before."
  };

  private CatalogueBenchmark() {}

  /** Runs with the number of aliases as the only argument, or none. */
  public static void main(String[] arguments) throws CatalogueException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int aliases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Random random = new Random(7);
    List<String> names = new ArrayList<>();
    StringBuilder yaml = new StringBuilder("entities:\n");
    for (int i = 0; i * 4 < aliases; i++) {
      String first = word(random);
      String last = word(random) + i;
      yaml.append("  - {id: invented-").append(i).append(", name: \"").append(first).append(' ');
      yaml.append(last).append("\", type: PERSON, aliases: [\"").append(last).append("\", \"Dr ");
      yaml.append(last).append("\", \"").append(first.charAt(0)).append(". ").append(last);
      yaml.append("\"]}\n");
      names.add(first + " " + last);
    }
    for (int round = 0; round < 3; round++) {
      long began = cpu();
      Catalogue.builtInAnd(List.of(new CatalogueSource("invented.yaml", yaml.toString())));
      out.printf("start: %.2f s%n", (cpu() - began) / 1e9);
    }
    EntityLinker linker =
        new EntityLinker(
            Catalogue.builtInAnd(List.of(new CatalogueSource("invented.yaml", yaml.toString()))),
            EntityLanguage.load(ReadingLanguage.CODE));
    List<AnnotatedText> texts = new ArrayList<>();
    long tokens = 0;
    for (int i = 0; i < TEXTS; i++) {
      AnnotatedText text = text(random, names);
      texts.add(text);
      tokens += text.sentences().stream().mapToInt(s -> s.tokens().size()).sum();
    }
    double plain = plain(texts, tokens);
    out.printf("plain tokenizer: %,.0f tokens/s%n", plain);
    for (int round = 0; round < 5; round++) {
      long began = cpu();
      long read = 0;
      long found = 0;
      while (cpu() - began < SECONDS * 1e9) {
        for (AnnotatedText text : texts) {
          found += linker.link(text).size();
        }
        read += tokens;
      }
      double seconds = (cpu() - began) / 1e9;
      out.printf(
          "%d aliases: %,.0f tokens/s, %.1f times what a plain tokenizer takes, %.3f mentions a token%n",
          aliases, read / seconds, plain / (read / seconds), (double) found / read);
    }
  }

  /** How many tokens a second a regular expression for words and signs finds in the same texts. */
  private static double plain(List<AnnotatedText> texts, long tokens) {
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long began = cpu();
      long read = 0;
      long length = 0;
      while (cpu() - began < SECONDS / 2 * 1e9) {
        for (AnnotatedText text : texts) {
          Matcher matcher = TOKEN.matcher(text.text());
          while (matcher.find()) {
            length += matcher.group().length();
          }
        }
        read += tokens;
      }
      best = Math.max(best, read / ((cpu() - began) / 1e9));
      if (length == 0) {
        throw new IllegalStateException("no tokens in the generated texts");
      }
    }
    return best;
  }

  /** This thread's processor time: what others run meanwhile does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String word(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      out.append("bcdfgklmnprstvz".charAt(random.nextInt(15)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.toString();
  }

  private static AnnotatedText text(Random random, List<String> names) {
    PartsOfSpeech parts = PartsOfSpeech.load(ReadingLanguage.CODE);
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      String sentence =
          String.format(
              SENTENCE[random.nextInt(SENTENCE.length)],
              names.get(random.nextInt(names.size())),
              names.get(random.nextInt(names.size())));
      int start = text.length();
      text.append(sentence).append(' ');
      List<Token> tokens = new ArrayList<>();
      Matcher matcher = TOKEN.matcher(sentence);
      while (matcher.find()) {
        String word = matcher.group();
        String tag =
            Character.isUpperCase(word.charAt(0)) ? "NNP" : word.endsWith("ed") ? "VBD" : "NN";
        tokens.add(
            new Token(
                new Span(matcher.start(), matcher.end()).shift(start), word, word, parts.of(tag)));
      }
      sentences.add(new Sentence(new Span(start, start + sentence.length()), 0, tokens));
    }
    Span all = new Span(0, text.length());
    return new AnnotatedText(text.toString(), List.of(all), sentences, List.of(), List.of());
  }
}
