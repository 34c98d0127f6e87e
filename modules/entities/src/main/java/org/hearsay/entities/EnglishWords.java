package org.hearsay.entities;

import java.util.Set;

/** Names that are English words when they are written without a capital. */
final class EnglishWords {
  static final Set<String> INCLUDE =
      Set.of(
          "turkey",
          "china",
          "jordan",
          "chad",
          "guinea",
          "polish",
          "swiss",
          "french",
          "german",
          "dutch",
          "danish",
          "turkish",
          "chile",
          "cuba",
          "japan",
          "mali",
          "niger",
          "togo",
          "oman",
          "peru",
          "america",
          "american",
          "finish",
          "spa",
          "rome",
          "nice",
          "brics",
          "hungary",
          "greece",
          "indian",
          "georgia",
          "georgian",
          "panama",
          "lebanon");

  private EnglishWords() {}
}
