package org.hearsay.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hearsay.page.PageReader;
import org.hearsay.page.UnreadablePageException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Measures what reading a page costs, in processor time of one thread, beside what jsoup alone
 * takes to parse it: all pages of a folder, read again and again. After {@code mvn package}, in the
 * repository's root: {@code java -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*"
 * org.hearsay.benchmarks.PageBenchmark FOLDER [ROUNDS]}.
 */
public final class PageBenchmark {
  private PageBenchmark() {}

  /**
   * Runs with a folder of pages ({@code .html} or {@code .html.gz}) and how often they are read (8
   * times by default; the first half warms up).
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 1 || arguments.length > 2) {
      throw new IllegalArgumentException("usage: PageBenchmark FOLDER [ROUNDS]");
    }
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    List<byte[]> pages = pages(Path.of(arguments[0]));
    long bytes = pages.stream().mapToLong(page -> page.length).sum();
    out.printf("%d pages, %,d bytes a page%n", pages.size(), bytes / Math.max(1, pages.size()));
    PageReader reader = new PageReader();
    double least = Double.POSITIVE_INFINITY;
    double leastBare = Double.POSITIVE_INFINITY;
    double[] each = new double[pages.size()];
    for (int round = 0; round < rounds; round++) {
      double bare = 0;
      double whole = 0;
      long blocks = 0;
      for (int i = 0; i < each.length; i++) {
        long began = cpu();
        Document parsed =
            Jsoup.parse(new ByteArrayInputStream(pages.get(i)), null, "https://lantern.example/");
        blocks += parsed.childNodeSize();
        long between = cpu();
        try {
          blocks += reader.read(pages.get(i), null, null).article().paragraphs().size();
        } catch (UnreadablePageException e) {
          blocks++; // its time counts as any other's
        }
        long ended = cpu();
        bare += (between - began) / 1e6;
        whole += (ended - between) / 1e6;
        each[i] = (ended - between) / 1e6;
      }
      bare /= each.length;
      whole /= each.length;
      out.printf("round %d: %.2f ms a page, jsoup alone %.2f ms%n", round + 1, whole, bare);
      if (round >= rounds / 2) {
        least = Math.min(least, whole);
        leastBare = Math.min(leastBare, bare);
      }
      if (blocks == 0) {
        throw new IllegalStateException("nothing was read");
      }
    }
    Arrays.sort(each);
    out.printf(
        "best: %.2f ms a page, jsoup alone %.2f ms; last round: median %.2f, slowest %.2f ms%n",
        least, leastBare, each[each.length / 2], each[each.length - 1]);
  }

  private static List<byte[]> pages(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files =
          listed.filter(file -> file.toString().matches(".*\\.html?(\\.gz)?")).sorted().toList();
    }
    List<byte[]> pages = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().endsWith(".gz")) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          bytes = in.readAllBytes();
        }
      }
      pages.add(bytes);
    }
    if (pages.isEmpty()) {
      throw new IOException("no pages in " + folder);
    }
    return pages;
  }

  /** This thread's processor time: what others run meanwhile does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
