package org.hearsay.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import org.hearsay.page.PageReader;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.text.languages.ReadingLanguage;

/** A claim in one line: its form, where its content stands, and its chain. */
final class ClaimWords {
  private ClaimWords() {}

  /** The claims that the libraries find in the samples without Kafka, by id. */
  static Map<String, String> analyzed(List<Sample> samples)
      throws IOException, UnreadablePageException, CatalogueException {
    Path outlets = StageProcess.root().resolve("samples/catalogue/outlets.yaml");
    Catalogue catalogue =
        Catalogue.builtInAnd(
            List.of(
                new CatalogueSource(
                    outlets.toString(), Files.readString(outlets, StandardCharsets.UTF_8))));
    Map<String, String> out = new TreeMap<>();
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE)) {
      PageReader reader = new PageReader();
      for (Sample sample : samples) {
        Publication publication =
            analyzer.publish(
                reader.read(sample.content(), sample.url(), sample.contentType()).article(),
                sample.url());
        for (ArticleClaim claim : analyzer.annotate(publication).claims()) {
          out.put(
              claim.id(),
              claim.claim().form()
                  + " "
                  + claim.claim().content().stream().map(s -> s.start() + "-" + s.end()).toList()
                  + " "
                  + claim.chain().stream().map(l -> l.role() + ":" + l.name()).toList());
        }
      }
    }
    return out;
  }

  /** A claim of the claims topic. */
  static String of(GenericRecord claim) {
    List<String> content = new ArrayList<>();
    for (Object span : (List<?>) claim.get("content")) {
      content.add(((GenericRecord) span).get("start") + "-" + ((GenericRecord) span).get("end"));
    }
    List<String> chain = new ArrayList<>();
    for (Object link : (List<?>) claim.get("chain")) {
      chain.add(((GenericRecord) link).get("role") + ":" + ((GenericRecord) link).get("name"));
    }
    return claim.get("form") + " " + content + " " + chain;
  }
}
