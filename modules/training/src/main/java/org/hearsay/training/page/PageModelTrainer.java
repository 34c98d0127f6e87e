package org.hearsay.training.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hearsay.page.PageArticle;
import org.hearsay.page.PageLimits;
import org.hearsay.page.PageReader;
import org.hearsay.page.PageReading;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Blocks;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.block.Hints;
import org.hearsay.page.bytes.Encoding;
import org.hearsay.page.html.HtmlReader;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.metadata.Addresses;
import org.hearsay.page.metadata.AuthorNames;
import org.hearsay.page.metadata.Metadata;
import org.hearsay.page.model.BlockContext;
import org.hearsay.page.model.BlockFeatures;
import org.hearsay.page.model.PageModel;
import org.hearsay.page.model.Trees;
import org.hearsay.page.text.CopiedLines;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Trains the models of {@link PageReader} on pages whose parts people marked, with folds by domain:
 * the one for HTML, or the one for text as copied from a browser, whose pages are the same ones
 * copied.
 *
 * <p>A set is a file of JSON lines and a folder of pages. A line is {@code {"id", "url", "body",
 * "comments"}} with the whole texts, or {@code {"id", "url", "with": [], "without": [], "comments":
 * []}} with pieces of wanted, unwanted and readers' text; its page is {@code ID.html} or {@code
 * ID.html.gz} in the folder, or the line's {@code "file"}.
 */
public final class PageModelTrainer {
  private static final int FOLDS = 5;

  private static final Boosting BOOSTING = new Boosting(80, 5, 0.1, 8, 3, 0.7, 0.4);

  /** A row with its names taken away says that no ancestor has any. */
  private static final float NO_NAME = 12;

  private final ObjectMapper json = new ObjectMapper();

  private final LineKinds words = new LineKinds();

  private final BlockFeatures features = new BlockFeatures(words);

  private final PageAnswers answers = new PageAnswers(words);

  private final boolean copied;

  private PageModelTrainer(boolean copied) {
    this.copied = copied;
  }

  /**
   * Trains, and writes the model and what the folds' models say of the pages that they have not
   * seen.
   *
   * @param copied whether for copied text
   * @param out the folder to write to
   * @param sets what to learn from
   * @throws IOException when a file cannot be read or written
   */
  public static void train(boolean copied, Path out, List<GoldPages> sets) throws IOException {
    new PageModelTrainer(copied).run(out, sets);
  }

  /**
   * A set of pages whose parts people marked.
   *
   * @param gold JSON lines
   * @param pages the folder with the pages
   */
  public record GoldPages(Path gold, Path pages) {}

  private void run(Path out, List<GoldPages> gold) throws IOException {
    List<List<TrainingPage>> sets = new ArrayList<>();
    List<TrainingPage> pages = new ArrayList<>();
    for (GoldPages marked : gold) {
      List<TrainingPage> set = load(marked.gold(), marked.pages());
      sets.add(set);
      pages.addAll(set);
    }
    List<List<Trees>> folds = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      folds.add(new ArrayList<>());
    }
    List<Trees> whole = new ArrayList<>();
    for (int look = 0; look < 2; look++) {
      for (int question = 0; question < 2; question++) {
        for (int fold = 0; fold < FOLDS; fold++) {
          folds.get(fold).add(train(pages, question, fold));
        }
        whole.add(train(pages, question, -1));
      }
      if (look == 0) {
        // The second look learns from what models say of pages that they have not seen.
        for (TrainingPage page : pages) {
          for (int question = 0; question < 2; question++) {
            page.said[question] = new float[page.rows.length];
            for (int i = 0; i < page.rows.length; i++) {
              page.said[question][i] = folds.get(page.fold).get(question).probability(page.rows[i]);
            }
          }
          page.rows = BlockContext.of(page.blocks, page.rows, page.said);
        }
      }
    }
    Files.createDirectories(out);
    write(whole, out.resolve(copied ? "lines.model.gz" : "blocks.model.gz"));
    for (int fold = 0; fold < FOLDS; fold++) {
      write(folds.get(fold), out.resolve("fold-" + fold + ".model.gz"));
    }
    for (int i = 0; i < sets.size(); i++) {
      predict(sets.get(i), folds, out.resolve("folds-" + i + ".jsonl"));
    }
  }

  private static void write(List<Trees> models, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    models.forEach(model -> model.write(text));
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The whole reader's say, each page read with the model of the folds that it is not in. */
  private void predict(List<TrainingPage> pages, List<List<Trees>> folds, Path file)
      throws IOException {
    List<PageReader> readers = new ArrayList<>();
    for (List<Trees> trees : folds) {
      readers.add(reader(new PageModel(words, trees)));
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (TrainingPage page : pages) {
        try {
          PageReading reading =
              readers
                  .get(page.fold)
                  .read(page.bytes, null, copied ? "text/plain; charset=utf-8" : null);
          PageArticle article = reading.article();
          ObjectNode row = json.createObjectNode().put("id", page.id).put("fold", page.fold);
          row.put("body", article.body()).put("title", article.title());
          row.put("byline", article.byline());
          row.put(
              "publishedAt",
              article.publishedAt() == null ? null : article.publishedAt().toString());
          row.put(
              "comments",
              String.join("\n", reading.comments().stream().map(ReaderComment::text).toList()));
          out.write(json.writeValueAsString(row));
          out.newLine();
        } catch (UnreadablePageException e) {
          System.err.println(page.id + ": " + e.getMessage());
        }
      }
    }
  }

  private PageReader reader(PageModel model) {
    return copied
        ? PageReader.withModels(words, new PageModel(words), model)
        : PageReader.withModels(words, model, PageModel.ofLines(words));
  }

  private Trees train(List<TrainingPage> pages, int question, int without) {
    List<float[]> rows = new ArrayList<>();
    List<Byte> answers = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    Random random = new Random(5);
    for (TrainingPage page : pages) {
      for (int i = 0; i < page.rows.length && page.fold != without; i++) {
        byte answer = page.answers[question][i];
        if (answer == PageAnswers.UNKNOWN) {
          continue;
        }
        rows.add(page.rows[i]);
        answers.add(answer);
        weights.add(page.weights[i]);
        // Half of the pages with comments give them no name: the model must do without.
        if (!copied && ((answer == 1 && question == 1) || random.nextInt(4) == 0)) {
          rows.add(nameless(page.rows[i]));
          answers.add(answer);
          weights.add(page.weights[i]);
        }
      }
    }
    float[] yes = new float[rows.size()];
    float[] weight = new float[rows.size()];
    for (int i = 0; i < yes.length; i++) {
      yes[i] = answers.get(i);
      weight[i] = weights.get(i);
    }
    return BOOSTING.train(rows, yes, weight);
  }

  private static float[] nameless(float[] row) {
    float[] out = row.clone();
    for (int kind = 0; kind < Hints.KINDS; kind++) {
      if (kind != Hints.LIST_TAG && kind != Hints.TABLE_TAG) {
        out[BlockFeatures.HINTS_AT + kind] = NO_NAME;
      }
    }
    return out;
  }

  private List<TrainingPage> load(Path gold, Path folder) throws IOException {
    List<TrainingPage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(gold)) {
      JsonNode row = json.readTree(line);
      byte[] bytes = bytes(folder, row);
      if (bytes == null) {
        continue;
      }
      String id = row.path("id").asText();
      Document document =
          HtmlReader.parse(Encoding.decode(bytes, null), null, PageLimits.defaults());
      Metadata.PageMetadata meta = new Metadata(AuthorNames.shipped()).read(document, null);
      List<Block> blocks = Blocks.of(document.body(), PageLimits.defaults().maxElements()).blocks();
      float[][] rows = features.of(blocks, meta.headline().title());
      int fold = fold(row.path("url").asText(id));
      TrainingPage page = new TrainingPage(id, bytes, fold, blocks, rows);
      if (row.has("body")) {
        answers.wholeTexts(page, row);
      } else {
        PageAnswers.pieces(page, row);
        answers.named(page);
      }
      if (copied) {
        copy(page);
      }
      pages.add(page);
    }
    return pages;
  }

  /** The page as a browser copies it: the same answers, without the markup. */
  private void copy(TrainingPage page) {
    // Mails and forms lose blank lines: a third of the pages has none.
    boolean blank = Math.floorMod(page.id.hashCode(), 3) > 0;
    List<CopiedLine> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (CopiedLine line : CopiedLines.copied(page.blocks)) {
      lines.add(blank ? line : new CopiedLine(line.text(), 0));
      text.append(text.length() == 0 ? "" : blank && line.blanks() > 0 ? "\n\n" : "\n");
      text.append(line.text());
    }
    page.blocks = CopiedLines.blocks(lines);
    page.rows = features.of(page.blocks, null);
    page.bytes = text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] bytes(Path folder, JsonNode row) throws IOException {
    String id = row.path("id").asText();
    for (String name : List.of(row.path("file").asText(""), id + ".html", id + ".html.gz")) {
      Path path = folder.resolve(name);
      if (!name.isEmpty() && Files.isRegularFile(path)) {
        byte[] bytes = Files.readAllBytes(path);
        if (!name.endsWith(".gz")) {
          return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          return in.readAllBytes();
        }
      }
    }
    return null;
  }

  /** The fold of a page, the same for all pages of a domain. */
  static int fold(String url) {
    return Math.floorMod(domain(url).hashCode() * 31 + 7, FOLDS);
  }

  /** The part of the address's host that was registered, by its shape. */
  private static String domain(String url) {
    String host = Addresses.host(url);
    String[] parts = (host == null ? url : host).split("\\.", -1);
    int n = parts.length;
    if (n >= 3 && parts[n - 1].length() == 2 && parts[n - 2].length() <= 3) {
      return parts[n - 3] + "." + parts[n - 2] + "." + parts[n - 1];
    }
    return n >= 2 ? parts[n - 2] + "." + parts[n - 1] : parts[0];
  }
}
