package org.hearsay.training.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.encoder.ToneTagger;
import org.hearsay.encoder.Window;
import org.hearsay.encoder.Word;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.hearsay.training.JsonLines;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.Paragraph;
import org.hearsay.training.models.SafeTensors;
import org.hearsay.training.models.StartWeights;
import org.hearsay.training.tone.ToneCorpus;
import org.hearsay.training.tone.TonedMention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Writes annotated and plain texts as word pieces, and the weights that training starts from, so
 * that {@code train distil} reads what the encoder module will read, without a tokenizer of its
 * own.
 */
@Command(
    name = "examples",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what hearsay train distil reads: annotated articles (claims.jsonl), annotated mentions"
          + " (tone.jsonl), paragraphs and mentions of plain texts (texts.jsonl, mentions.jsonl),"
          + " all as word pieces, and the weights to start from (student.safetensors,"
          + " teacher.safetensors)."
    })
final class ExamplesCommand implements Callable<Integer> {
  /** Names within a sentence; at its start any word has a capital. */
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{L},] )\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,3}");

  /** Sentences outside these lengths, in UTF-16 code units, are no sentences of news. */
  private static final int SHORTEST = 60;

  private static final int LONGEST = 400;

  @Spec CommandSpec spec;

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description = "annotated articles, as hearsay train claims reads them")
  @Nullable Path claims;

  @Option(
      names = "--tone",
      paramLabel = "FILE",
      description = "annotated mentions, as hearsay train tone reads them")
  @Nullable Path tone;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description =
          "plain texts that the teachers label: {\"text\"} a line, paragraphs by newlines")
  @Nullable Path texts;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where to write; files of an earlier run are replaced")
  Path out;

  private final ObjectMapper json = new ObjectMapper();
  private final WordPiece wordPiece = WordPiece.bundled();

  ExamplesCommand() {}

  @Override
  public Integer call() throws IOException {
    if (claims == null && tone == null) {
      throw new ParameterException(spec.commandLine(), "give --claims FILE, --tone FILE or both");
    }
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Files.createDirectories(out);
    if (claims != null) {
      List<AnnotatedArticle> articles = ClaimCorpus.read(claims, 0, 0).training();
      progress.printf("%d paragraphs of articles%n", paragraphs("claims.jsonl", articles));
    }
    if (tone != null) {
      progress.printf("%d annotated mentions%n", annotatedMentions(tone));
    }
    if (texts != null) {
      List<AnnotatedArticle> plain = AnnotatedArticle.plain(texts);
      progress.printf("%d paragraphs of plain texts%n", paragraphs("texts.jsonl", plain));
      progress.printf("%d mentions in plain texts%n", plainMentions(plain));
    }
    StartWeights.Start student = StartWeights.Start.STUDENT;
    new SafeTensors(StartWeights.read(student, 1), Map.of("start", student.title()))
        .write(out.resolve("student.safetensors"));
    StartWeights.Start teacher = StartWeights.Start.TEACHER;
    new SafeTensors(StartWeights.read(teacher, 1), Map.of("start", teacher.title()))
        .write(out.resolve("teacher.safetensors"));
    progress.println("written: " + out);
    return 0;
  }

  /** Writes a line. */
  private interface Line {
    void write(JsonGenerator to) throws IOException;
  }

  private void write(BufferedWriter file, Line line) throws IOException {
    JsonGenerator to = json.createGenerator(file);
    to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    to.writeStartObject();
    line.write(to);
    to.writeEndObject();
    to.close();
    file.newLine();
  }

  private int paragraphs(String name, List<AnnotatedArticle> articles) throws IOException {
    int count = 0;
    try (BufferedWriter file = Files.newBufferedWriter(out.resolve(name))) {
      for (int i = 0; i < articles.size(); i++) {
        int article = i;
        for (Paragraph paragraph : Paragraph.of(articles.get(i), wordPiece)) {
          write(
              file,
              to -> {
                to.writeNumberField("article", article);
                words(to, paragraph.words());
                to.writeArrayFieldStart("attributions");
                for (AnnotatedArticle.Attribution attribution : paragraph.attributions()) {
                  to.writeStartObject();
                  places(to, "cue", paragraph.words(), attribution.cue());
                  places(to, "source", paragraph.words(), attribution.source());
                  places(to, "content", paragraph.words(), attribution.content());
                  to.writeEndObject();
                }
                to.writeEndArray();
              });
          count++;
        }
      }
    }
    return count;
  }

  private static void words(JsonGenerator to, List<Word> words) throws IOException {
    to.writeArrayFieldStart("pieces");
    for (Word word : words) {
      to.writeStartArray();
      for (int piece = 0; piece < word.size(); piece++) {
        to.writeNumber(word.piece(piece));
      }
      to.writeEndArray();
    }
    to.writeEndArray();
    to.writeArrayFieldStart("shapes");
    for (Word word : words) {
      to.writeNumber(word.shape());
    }
    to.writeEndArray();
  }

  private static void places(JsonGenerator to, String name, List<Word> words, List<Span> spans)
      throws IOException {
    to.writeArrayFieldStart(name);
    for (int i = 0; i < words.size(); i++) {
      if (Paragraph.isIn(words.get(i), spans)) {
        to.writeNumber(i);
      }
    }
    to.writeEndArray();
  }

  private int annotatedMentions(Path file) throws IOException {
    List<TonedMention> tones = JsonLines.read(file, ToneCorpus::tone);
    Map<String, Integer> sentences = new HashMap<>();
    int count = 0;
    try (BufferedWriter to = Files.newBufferedWriter(out.resolve("tone.jsonl"))) {
      for (TonedMention tone : tones) {
        int sentence = sentences.computeIfAbsent(tone.sentence(), s -> sentences.size());
        count += mention(to, tone.text(), tone.mention(), sentence, tone.label());
      }
    }
    return count;
  }

  /** A name of each sentence, in turn the first, the second …: names at all places. */
  private int plainMentions(List<AnnotatedArticle> articles) throws IOException {
    int count = 0;
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    try (BufferedWriter to = Files.newBufferedWriter(out.resolve("mentions.jsonl"))) {
      for (AnnotatedArticle article : articles) {
        for (String line : article.text().split("\n", -1)) {
          breaks.setText(line);
          int start = breaks.first();
          for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = line.substring(start, end).strip();
            start = end;
            List<Span> names = names(sentence);
            if (!names.isEmpty()) {
              count += mention(to, sentence, names.get(count % names.size()), count, null);
            }
          }
        }
      }
    }
    return count;
  }

  private static List<Span> names(String sentence) {
    List<Span> names = new ArrayList<>();
    if (sentence.length() >= SHORTEST && sentence.length() <= LONGEST) {
      Matcher matcher = NAME.matcher(sentence);
      while (matcher.find()) {
        names.add(new Span(matcher.start(), matcher.end()));
      }
    }
    return names;
  }

  private int mention(
      BufferedWriter file, String text, Span mention, int sentence, @Nullable Integer label)
      throws IOException {
    List<Word> words = wordPiece.words(text, new Span(0, text.length()), new HashMap<>());
    @Nullable Window window = Window.around(words, mention);
    if (window == null) {
      return 0;
    }
    int[] marked = {window.markFirst(), window.markEnd()};
    write(
        file,
        to -> {
          to.writeNumberField("sentence", sentence);
          words(to, words);
          to.writeFieldName("mention");
          to.writeArray(marked, 0, 2);
          if (label != null) {
            to.writeNumberField("label", ToneTagger.LABELS.indexOf(label));
          }
        });
    return 1;
  }
}
