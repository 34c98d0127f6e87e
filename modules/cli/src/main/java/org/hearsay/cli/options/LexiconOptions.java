package org.hearsay.cli.options;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.framing.terms.LexiconException;
import org.hearsay.framing.terms.LexiconSource;
import org.hearsay.text.languages.ReadingLanguage;
import picocli.CommandLine.Option;

/** Which terms show framing. */
public final class LexiconOptions {
  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description = "A file of framing terms beside the built-in ones; may be repeated.")
  public List<Path> files = new ArrayList<>();

  /** The terms that come with Hearsay and those of the files. */
  public FramingTerms load() {
    List<LexiconSource> sources = new ArrayList<>();
    for (Path file : files) {
      try {
        sources.add(
            new LexiconSource(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UserException(
            "cannot read the lexicon file " + file + ": " + UserException.why(e), e);
      }
    }
    try {
      return FramingTerms.builtInAnd(ReadingLanguage.CODE, sources);
    } catch (LexiconException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }
}
