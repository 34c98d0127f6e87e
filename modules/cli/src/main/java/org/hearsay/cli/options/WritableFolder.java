package org.hearsay.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether an answer can be written where it is wanted: asked before the answer is looked for. */
public final class WritableFolder {
  private WritableFolder() {}

  /**
   * Requires that a folder is there and can be written to, or can be made.
   *
   * @param wanted what is written, as it was given: what the message names
   * @param folder the absolute path of the folder for it; null for none
   * @throws UserException when it cannot be
   */
  public static void require(Path wanted, @Nullable Path folder) {
    @Nullable Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there != null && !(Files.isDirectory(there) && Files.isWritable(there))) {
      throw new UserException(
          wanted
              + ": cannot be written: "
              + there
              + (Files.isDirectory(there) ? " is not yours to write to" : " is no folder"));
    }
  }
}
