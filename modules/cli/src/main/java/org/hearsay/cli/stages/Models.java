package org.hearsay.cli.stages;

import java.util.Set;
import org.hearsay.analysis.Analyzer;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.records.topics.Stage;
import org.hearsay.text.languages.ReadingLanguage;
import org.jspecify.annotations.Nullable;

/** The models that stages ask: seconds to load, and some hundred megabytes. */
public final class Models implements AutoCloseable {
  private final @Nullable Analyzer analyzer;
  private final @Nullable MeaningEncoder meanings;

  private Models(@Nullable Analyzer analyzer, @Nullable MeaningEncoder meanings) {
    this.analyzer = analyzer;
    this.meanings = meanings;
  }

  /** Those that the stages need. */
  public static Models load(Catalogue catalogue, FramingTerms lexicon, Set<Stage> wanted) {
    return new Models(
        wanted.contains(Stage.ANNOTATE)
            ? Analyzer.load(catalogue, lexicon, ReadingLanguage.CODE)
            : null,
        wanted.contains(Stage.PROFILE) ? MeaningEncoder.load() : null);
  }

  /** What reads articles; null where nothing does. */
  @Nullable Analyzer analyzer() {
    return analyzer;
  }

  /** What compares claims; null where nothing does. */
  @Nullable MeaningEncoder meanings() {
    return meanings;
  }

  @Override
  public void close() {
    if (analyzer != null) {
      analyzer.close();
    }
    if (meanings != null) {
      meanings.close();
    }
  }
}
