package org.hearsay.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for what is gone when a command ends: native libraries, the demo's data. */
public final class TemporaryFolder {
  /** What native libraries take that are unpacked there, in MB. */
  public static final int LIBRARIES = 100;

  private TemporaryFolder() {}

  /**
   * Asks whether it can be written, before a library or a broker fails in its own words.
   *
   * @param megabytes how much has to fit
   * @throws UserException when it cannot, or has less room
   */
  public static void require(int megabytes) {
    require(Path.of(System.getProperty("java.io.tmpdir")), megabytes);
  }

  /** The same of another folder. */
  static void require(Path folder, int megabytes) {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new UserException(
          "the temporary folder " + folder + " cannot be written: name another folder in TMPDIR");
    }
    long room;
    try {
      room = Files.getFileStore(folder).getUsableSpace() >> 20;
    } catch (IOException e) {
      // Nobody knows how much room there is: then it is tried.
      return;
    }
    if (room < megabytes) {
      throw new UserException(
          "the temporary folder "
              + folder
              + " has room for "
              + room
              + " MB, and "
              + megabytes
              + " are needed: "
              + "make room, or name another folder in TMPDIR");
    }
  }
}
