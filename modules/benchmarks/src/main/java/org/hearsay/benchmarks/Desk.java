package org.hearsay.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Edits articles as desks do when they take one over. The same random source, the same edits. */
public final class Desk {
  /** What a desk does to an article. */
  public enum Work {
    /** Taken over whole: a new headline, a dateline, a credit, other marks, a few words. */
    WHOLE,
    /** The same, and lines broken anew inside paragraphs, paragraphs split and joined. */
    REWRAPPED,
    /** 30 % of the words kept. */
    ABRIDGED,
    /** A lead and a background of its own around it. */
    EXTENDED,
    /** Every quotation replaced by another. */
    SWAPPED_QUOTES,
    /** Every name spelt otherwise, and a third replaced. */
    CHANGED_NAMES,
    /** The paragraphs in another order. */
    REORDERED,
    /** Half of it and half of another article. */
    MERGED,
    /** One letter in fifty misread. */
    MISREAD,
    /** About 80 words of it. */
    BRIEF,
    /** 60 to 90 words of it inside an article on something else. */
    PASSAGE,
    /** A fifth of the words replaced, sentence by sentence. */
    REWORDED
  }

  private static final Pattern QUOTATION = Pattern.compile("“[^”]*”|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}\\p{Ll}{3,}\\b");
  private static final Pattern SENTENCE = Pattern.compile("[^.!?]+[.!?]+[”\"’)]*\\s*|[^.!?]+$");

  private final Random random;

  /** A desk that draws from the given source. */
  public Desk(Random random) {
    this.random = random;
  }

  /**
   * The article as the desk publishes it.
   *
   * @param other another article, for work that needs one
   * @return null where the article is too short for this work
   */
  public @Nullable Story edit(Work work, Story story, Story other, String id, String outlet) {
    List<String> edited =
        switch (work) {
          case WHOLE -> lightly(story.paragraphs(), 0.02);
          case REWRAPPED -> rewrap(lightly(story.paragraphs(), 0.01));
          case ABRIDGED -> abridge(story, 0.3);
          case EXTENDED -> extend(story, other);
          case SWAPPED_QUOTES -> swapQuotes(story, other);
          case CHANGED_NAMES -> changeNames(story.paragraphs());
          case REORDERED -> shuffled(lightly(story.paragraphs(), 0.01));
          case MERGED -> merge(story, other);
          case MISREAD -> misread(story.paragraphs());
          case BRIEF -> run(story, 80, 95);
          case PASSAGE -> passage(story, other);
          case REWORDED -> lightly(story.paragraphs(), 0.2);
        };
    if (edited.isEmpty()) {
      return null;
    }
    boolean straight = random.nextBoolean();
    List<String> marked = edited.stream().map(p -> straight ? straighten(p) : curl(p)).toList();
    return new Story(
        id,
        outlet,
        other.title(),
        marked,
        story.publishedAt() == null
            ? null
            : story.publishedAt().plus(Duration.ofMinutes(20 + random.nextInt(3000))),
        List.of());
  }

  private List<String> lightly(List<String> paragraphs, double share) {
    List<String> out = new ArrayList<>();
    for (String paragraph : paragraphs) {
      List<String> words = new ArrayList<>();
      for (String word : paragraph.split("\\s+", -1)) {
        if (random.nextDouble() >= share) {
          words.add(word);
        } else {
          switch (random.nextInt(3)) {
            case 0 -> {}
            case 1 -> words.add(word + " indeed");
            default -> words.add(otherWord());
          }
        }
      }
      if (!words.isEmpty()) {
        out.add(String.join(" ", words));
      }
    }
    return out;
  }

  private String otherWord() {
    String[] words = {
      "reportedly", "claimed", "so-called", "regime", "large", "notorious", "however", "alleged",
      "officials", "talks", "Monday", "rather", "several", "stated", "controversial", "vast"
    };
    return words[random.nextInt(words.length)];
  }

  private List<String> rewrap(List<String> paragraphs) {
    List<String> out = new ArrayList<>();
    for (String paragraph : paragraphs) {
      StringBuilder lines = new StringBuilder();
      int column = 0;
      for (String word : paragraph.split(" ", -1)) {
        if (column + word.length() > 60) {
          // Some words are broken at the line's end.
          if (word.length() > 8 && word.chars().allMatch(Character::isLetter)) {
            lines.append(' ').append(word, 0, 4).append("-\n").append(word.substring(4));
          } else {
            lines.append('\n').append(word);
          }
          column = word.length();
        } else {
          lines.append(lines.isEmpty() ? "" : " ").append(word);
          column += word.length() + 1;
        }
      }
      int last = out.size() - 1;
      if (last >= 0 && random.nextInt(3) == 0) {
        out.set(last, out.get(last) + " " + lines);
      } else {
        out.add(lines.toString());
      }
    }
    return out;
  }

  private List<String> abridge(Story story, double share) {
    int wanted = (int) (story.words() * share);
    List<Integer> order = new ArrayList<>();
    for (int i = 1; i < story.paragraphs().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Integer> kept = new ArrayList<>(List.of(0));
    int words = story.paragraphs().get(0).split("\\s+").length;
    for (int i : order) {
      if (words >= wanted) {
        break;
      }
      kept.add(i);
      words += story.paragraphs().get(i).split("\\s+").length;
    }
    Collections.sort(kept);
    return lightly(kept.stream().map(story.paragraphs()::get).toList(), 0.02);
  }

  private List<String> extend(Story story, Story other) {
    List<String> out = new ArrayList<>(first(other, 2));
    out.addAll(lightly(story.paragraphs(), 0.02));
    out.addAll(rest(other, other.paragraphs().size() / 2));
    return out;
  }

  private List<String> merge(Story story, Story other) {
    List<String> out =
        new ArrayList<>(lightly(first(story, (story.paragraphs().size() + 1) / 2), 0.02));
    out.addAll(first(other, (other.paragraphs().size() + 1) / 2));
    return out;
  }

  private List<String> passage(Story story, Story other) {
    List<String> run = run(story, 60, 90);
    if (run.isEmpty()) {
      return run;
    }
    List<String> out = new ArrayList<>(other.paragraphs());
    out.addAll(random.nextInt(out.size() + 1), run);
    return out;
  }

  /** Whole sentences that follow one another; empty where the article has too few. */
  private List<String> run(Story story, int least, int most) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : story.paragraphs()) {
      Matcher matcher = SENTENCE.matcher(paragraph);
      while (matcher.find()) {
        sentences.add(matcher.group().strip());
      }
    }
    for (int attempt = 0; attempt < 20 && !sentences.isEmpty(); attempt++) {
      int at = random.nextInt(sentences.size());
      StringBuilder out = new StringBuilder();
      int words = 0;
      while (at < sentences.size() && words < least) {
        out.append(out.isEmpty() ? "" : " ").append(sentences.get(at));
        words += sentences.get(at++).split("\\s+").length;
      }
      if (words >= least && words <= most && isBalanced(out)) {
        return List.of(out.toString());
      }
    }
    return List.of();
  }

  /** Desks cut between quotations, not inside them. */
  private static boolean isBalanced(CharSequence text) {
    int open = 0;
    int straight = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '“' -> open++;
        case '”' -> open--;
        case '"' -> straight++;
        default -> {}
      }
      if (open < 0) {
        return false;
      }
    }
    return open == 0 && straight % 2 == 0;
  }

  private List<String> swapQuotes(Story story, Story other) {
    List<String> theirs = new ArrayList<>();
    for (String paragraph : other.paragraphs()) {
      QUOTATION.matcher(paragraph).results().forEach(r -> theirs.add(r.group()));
    }
    if (theirs.isEmpty()) {
      theirs.add("“We have nothing to add to that”");
    }
    List<String> out = new ArrayList<>();
    for (String paragraph : story.paragraphs()) {
      out.add(
          QUOTATION
              .matcher(paragraph)
              .replaceAll(
                  r -> Matcher.quoteReplacement(theirs.get(random.nextInt(theirs.size())))));
    }
    return out;
  }

  private List<String> changeNames(List<String> paragraphs) {
    List<String> out = new ArrayList<>();
    for (String paragraph : paragraphs) {
      out.add(
          NAME.matcher(paragraph)
              .replaceAll(
                  r -> {
                    String name = r.group();
                    return Math.floorMod(name.hashCode(), 3) == 0
                        ? name.substring(0, 2) + "nevic"
                        : name.replace("v", "w")
                            .replace("i", "y")
                            .replace("c", "č")
                            .replace("s", "š");
                  }));
    }
    return out;
  }

  private List<String> shuffled(List<String> paragraphs) {
    List<String> out = new ArrayList<>(paragraphs);
    Collections.shuffle(out, random);
    return out;
  }

  private List<String> misread(List<String> paragraphs) {
    String[] misreadings = {"rn", "l", "1", "0", "c", "ii", "h", "e"};
    List<String> out = new ArrayList<>();
    for (String paragraph : paragraphs) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < paragraph.length(); i++) {
        char c = paragraph.charAt(i);
        if (Character.isLetter(c) && random.nextInt(50) == 0) {
          text.append(misreadings[random.nextInt(misreadings.length)]);
        } else {
          text.append(c);
        }
      }
      out.add(text.toString());
    }
    return out;
  }

  private static List<String> first(Story story, int n) {
    return story.paragraphs().subList(0, Math.min(n, story.paragraphs().size()));
  }

  private static List<String> rest(Story story, int from) {
    return story
        .paragraphs()
        .subList(Math.min(from, story.paragraphs().size()), story.paragraphs().size());
  }

  private static String straighten(String text) {
    return text.replaceAll("[“”]", "\"").replace('’', '\'').replace('‘', '\'');
  }

  private static String curl(String text) {
    return text.replaceAll("(^|[\\s(])\"", "$1“").replace('"', '”').replace('\'', '’');
  }
}
