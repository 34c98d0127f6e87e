package org.hearsay.benchmarks.longpages;

import java.util.Random;

/**
 * Kinds of pages that hurt whoever compares each part of a page with each other. All are fiction;
 * the same kind and length give the same page.
 */
enum LongPage {
  /** News in its usual measure of everything. */
  PROSE {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("The ").append(noun(random)).append(" of ").append(place(random));
      out.append(" was closed on Monday after ").append(noun(random)).append("s ");
      out.append(verb(random)).append(" a ").append(noun(random)).append(" near the river. ");
      out.append(person(random)).append(", the mayor, said the ").append(noun(random));
      out.append(" would be ready in ").append(number % 30 + 2).append(" days. He ");
      out.append(verb(random)).append(" the ").append(noun(random)).append(" twice.");
    }
  },

  /** A quotation a paragraph, each said by somebody else. */
  QUOTING {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("“The ").append(noun(random)).append(" will not be ").append(verb(random));
      out.append(" before the ").append(noun(random)).append(" is paid,” said ");
      out.append(person(random)).append(", a ").append(noun(random)).append(" of the town. “We ");
      out.append(verb(random)).append(" it ").append(number % 50).append(" times,” she added, ");
      out.append("which the ministry denies.");
    }
  },

  /** Outlets that cite outlets. */
  CITING {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("The ").append(place(random)).append(" Gazette, citing two diplomats, reported ");
      out.append("that ").append(person(random)).append(" told Radio ").append(place(random));
      out.append(" the ").append(noun(random)).append(" had been ").append(verb(random));
      out.append(", according to a statement by the ").append(noun(random)).append(" agency.");
    }
  },

  /** An interview that is printed as one. */
  INTERVIEW {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append(number % 2 == 0 ? "Gazette: Why was the " : "Vesna Lind: I said that the ");
      out.append(noun(random)).append(number % 2 == 0 ? " of " : " was ours, and that of ");
      out.append(place(random)).append(" never ").append(verb(random));
      out.append(number % 2 == 0 ? "?" : ".");
    }
  },

  /** One sentence without an end. */
  SENTENCE {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("and the ").append(noun(random)).append(" of ").append(place(random));
      out.append(" said that the ").append(noun(random)).append(" was ").append(verb(random));
    }

    @Override
    String between() {
      return " ";
    }
  },

  /** Quotation marks that open and never close, one in another. */
  MARKS {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append(number % 3 == 0 ? "“The " : number % 3 == 1 ? "'the " : "«the ");
      out.append(noun(random)).append(" said “it ").append(verb(random));
    }

    @Override
    String between() {
      return " ";
    }
  },

  /** Names and nothing else. */
  NAMES {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      for (int i = 0; i < 8; i++) {
        out.append(i == 0 ? "" : ", ").append(person(random)).append(" of ").append(place(random));
      }
      out.append(" came.");
    }
  },

  /** Paragraphs of two words. */
  SHORT {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("They ").append(verb(random)).append('.');
    }
  },

  /** One word. */
  TOKEN {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }

    @Override
    String between() {
      return "";
    }
  },

  /** The same quotation again and again. */
  REPEATED {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append(
          "“The ferry will not sail before the harbour is paid,” said Vesna Lind. She told ");
      out.append("the Norfield Gazette that the town had promised it.");
    }
  },

  /** Persons that have no name where they speak. */
  PRONOUNS {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("He said she told them that they ").append(verb(random)).append(" it, and she ");
      out.append("denied that he had asked her whether it ").append(verb(random)).append(". It ");
      out.append("said they knew.");
    }
  },

  /** Text without spaces. */
  HAN {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      for (int i = 0; i < 80; i++) {
        out.append(i % 20 == 19 ? '。' : (char) (0x4E00 + random.nextInt(2000)));
      }
    }
  },

  /** Tags that open and never close. */
  MARKUP {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("<div><b><i><span class=\"a\">The ").append(noun(random)).append(" was ");
      out.append(verb(random)).append(", said ").append(person(random)).append(".<table><tr><td>");
    }

    @Override
    boolean isMarkup() {
      return true;
    }
  },

  /** A table and lists. */
  TABLES {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      out.append("<table><tr><td>").append(place(random)).append("</td><td>").append(number);
      out.append("</td></tr></table><ul><li>").append(noun(random)).append("</li><li><a href=\"/");
      out.append(number).append("\">").append(person(random)).append("</a></li></ul>");
    }

    @Override
    boolean isMarkup() {
      return true;
    }
  },

  /** A short article with very many readers. */
  COMMENTS {
    @Override
    void paragraph(Random random, int number, StringBuilder out) {
      if (number == 0) {
        out.append("<article>");
        for (int i = 0; i < 6; i++) {
          out.append("<p>");
          PROSE.paragraph(random, i, out);
          out.append("</p>");
        }
        out.append("</article><section id=\"comments\"><h2>Comments</h2><ol>");
      }
      out.append("<li class=\"comment\"><cite class=\"fn\">").append(person(random));
      out.append("</cite> <span class=\"date\">").append(number % 28 + 1).append(" March 2031 at ");
      out.append("10:").append(10 + number % 50).append("</span><p>The ").append(noun(random));
      out.append(" was ").append(verb(random)).append(", said the mayor. ").append(place(random));
      out.append(" knows.</p><a href=\"#r").append(number).append("\">Reply</a></li>");
    }

    @Override
    boolean isMarkup() {
      return true;
    }
  };

  private static final String[] SYLLABLES = {
    "ba", "ver", "lo", "min", "tar", "ke", "sol", "dri", "mar", "ne", "pol", "ri", "gan", "to"
  };
  private static final String[] NOUNS = {
    "bridge", "ferry", "dam", "tariff", "curfew", "ballot", "quarry", "hospital", "railway",
    "treaty", "checkpoint", "harvest", "archive", "reactor", "strike", "loan", "tunnel", "market"
  };
  private static final String[] VERBS = {
    "opened", "closed", "inspected", "defended", "postponed", "sold", "rebuilt", "surveyed",
    "blocked", "financed", "abandoned", "guarded", "measured", "praised", "rejected", "repaired"
  };
  private static final String[] FIRST = {
    "Ana", "Boris", "Clara", "Dario", "Edita", "Felix", "Greta", "Hugo", "Irena", "Jonas", "Katja"
  };

  /** Appends one paragraph, or one part of a page that has none. */
  abstract void paragraph(Random random, int number, StringBuilder out);

  /** What stands between two in copied text. */
  String between() {
    return "\n\n";
  }

  /** Whether it is HTML of its own. */
  boolean isMarkup() {
    return false;
  }

  /**
   * A page of this kind.
   *
   * @param characters how long it is at least, in UTF-16 code units
   * @param html whether it is HTML, else text as copied from a browser
   * @throws IllegalArgumentException when it is not HTML and the kind is
   */
  String page(int characters, boolean html) {
    if (isMarkup() && !html) {
      throw new IllegalArgumentException(this + " is HTML");
    }
    // Another text for each length: what was read before is remembered.
    Random random = new Random(31L * characters + name().hashCode());
    StringBuilder out = new StringBuilder(characters + 1000);
    boolean paragraphs = html && !isMarkup();
    out.append(
        html ? "<!doctype html><html><head><title>A long day</title></head><body>" : "A long day");
    out.append(html ? "<h1>A long day</h1>" : "\n\n");
    boolean apart = between().length() > 1;
    out.append(paragraphs && !apart ? "<p>" : "");
    for (int i = 0; out.length() < characters; i++) {
      out.append(paragraphs && apart ? "<p>" : "");
      paragraph(random, i, out);
      out.append(paragraphs && apart ? "</p>" : html && apart ? "\n" : between());
    }
    return out.toString();
  }

  private static String noun(Random random) {
    return NOUNS[random.nextInt(NOUNS.length)];
  }

  private static String verb(Random random) {
    return VERBS[random.nextInt(VERBS.length)];
  }

  private static String place(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      out.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.toString();
  }

  private static String person(Random random) {
    return FIRST[random.nextInt(FIRST.length)] + " " + place(random);
  }
}
