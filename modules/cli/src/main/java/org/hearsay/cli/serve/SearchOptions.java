package org.hearsay.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearsay.cli.options.UserException;
import org.hearsay.web.searches.SearchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where saved searches stand, and where they may be told. */
public final class SearchOptions {
  @Option(
      names = "--searches",
      paramLabel = "FILE",
      description =
          "A list of saved searches, as YAML or JSON: name, filter (as in /api/claims?FILTER), and"
              + " perhaps webhook and secret. docs/serving.md has an example.")
  @Nullable Path given;

  @Option(
      names = "--allow-private",
      description =
          "Let webhooks of saved searches have addresses of this machine and of one's own network.")
  boolean allowPrivate;

  /**
   * As the server takes them.
   *
   * @param store the file of the store, where there is one that is written to
   * @throws UserException when there is no such file
   */
  public SearchSettings settings(Optional<Path> store) {
    if (given != null && !Files.isRegularFile(given)) {
      throw new UserException("--searches " + given + ": no such file");
    }
    return new SearchSettings(
        Optional.ofNullable(given), store.map(SearchSettings::file), allowPrivate);
  }
}
