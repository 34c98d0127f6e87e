package org.hearsay.store.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * Where an index lies: in a temporary folder, mapped into memory but for what is only read once it
 * was found. Java's heap would have to be gone through at each collection. The folder goes with the
 * index; one that a killed process left goes when the next index is opened.
 */
final class IndexFolder implements Closeable {
  private static final String NAME = "hearsay-index-";
  private static final Pattern LEFT = Pattern.compile(NAME + "(\\d+)-.*");

  /** The endings of the files that hold stored fields. */
  private static final Set<String> STORED = Set.of("fdt");

  private final Path folder;
  private final Directory directory;

  private IndexFolder(Path folder, Directory directory) {
    this.folder = folder;
    this.directory = directory;
  }

  /** An empty one, where temporary files lie. */
  static IndexFolder open() throws IOException {
    return open(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** An empty one in that folder. */
  static IndexFolder open(Path above) throws IOException {
    deleteLeft(above);
    Path folder = Files.createTempDirectory(above, NAME + ProcessHandle.current().pid() + "-");
    // Stored texts are long and rarely wanted: mapped, they would count as the process's memory.
    // No lock on a file: the folder is nobody else's, and an interrupted thread would break it.
    return new IndexFolder(
        folder,
        new FileSwitchDirectory(
            STORED,
            new NIOFSDirectory(folder, NoLockFactory.INSTANCE),
            new MMapDirectory(folder, NoLockFactory.INSTANCE),
            true));
  }

  Directory directory() {
    return directory;
  }

  /** How it is written: each kind of file apart, since they lie in different places. */
  static IndexWriterConfig config(double bufferMegabytes) {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setNoCFSRatio(0);
    return new IndexWriterConfig()
        .setRAMBufferSizeMB(bufferMegabytes)
        .setUseCompoundFile(false)
        .setCommitOnClose(false)
        .setMergePolicy(merging);
  }

  private static void deleteLeft(Path above) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(above, NAME + "*")) {
      for (Path folder : folders) {
        Matcher name = LEFT.matcher(String.valueOf(folder.getFileName()));
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          delete(folder);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      directory.close();
    } finally {
      delete(folder);
    }
  }
}
