package org.hearsay.cli.serve;

import java.nio.file.Path;
import java.util.Optional;
import org.hearsay.cli.options.UserException;
import org.hearsay.web.searches.SearchSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where saved searches stand, and where they may be told. */
public final class SearchOptions {
  @Mixin SearchesOption searches;

  @Option(
      names = "--allow-private",
      description =
          "Let webhooks of saved searches have addresses of this machine and of one's own network.")
  boolean allowPrivate;

  /**
   * As the server takes them.
   *
   * @param store the file of the store, where there is one that is written to
   * @throws UserException when there is no such file, or there are mistakes in it
   */
  public SearchSettings settings(Optional<Path> store) {
    return SearchesOption.checked(
        new SearchSettings(searches.file(), store.map(SearchSettings::file), allowPrivate));
  }
}
