package org.hearsay.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearsay.cli.options.UserException;
import org.hearsay.web.searches.SearchException;
import org.hearsay.web.searches.SearchSettings;
import org.hearsay.web.searches.Searches;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file of saved searches. */
public final class SearchesOption {
  @Option(
      names = "--searches",
      paramLabel = "FILE",
      description =
          "A list of saved searches, as YAML or JSON: name, filter (as in /api/claims?FILTER), and"
              + " perhaps webhook and secret. docs/serving.md has an example.")
  @Nullable Path given;

  /**
   * The file, where one is given.
   *
   * @throws UserException when there is no such file
   */
  public Optional<Path> file() {
    if (given != null && !Files.isRegularFile(given)) {
      throw new UserException("--searches " + given + ": no such file");
    }
    return Optional.ofNullable(given);
  }

  /**
   * The settings, once the file is read without a mistake.
   *
   * @throws UserException with a line for each mistake in the file
   */
  public static SearchSettings checked(SearchSettings settings) {
    try {
      Searches.check(settings);
    } catch (SearchException e) {
      throw new UserException("--searches " + e.getMessage(), e);
    }
    return settings;
  }
}
