package org.hearsay.cli.stages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.pages.PageList.ListedPage;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.Republication;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.StageHealth;
import org.hearsay.server.StageRunner;
import org.jspecify.annotations.Nullable;

/** Reads what the stages write of the sample pages. Not safe for use by several threads. */
final class DemoCollector implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(250);

  /** Claims of copies come again with their origins, and nothing says how many. */
  private static final Duration QUIET = Duration.ofSeconds(6);

  private final TopicReader<Annotation> summaries;
  private final TopicReader<Article> articles;
  private final TopicReader<Claim> claims;
  private final TopicReader<Republication> lineage;
  private final TopicReader<OutletProfile> profiles;
  private final TopicReader<ClaimCluster> clusters;
  private final TopicReader<SpecificRecord> deadLetters;

  /** All rows, of earlier runs on the same data, too: what did not change is not written again. */
  private final DemoResults results = DemoResults.empty();

  /** The articles of each address that came in this run. */
  private final Map<String, String> articleOf = new HashMap<>();

  /** How many claims the articles have whose summaries came in this run. */
  private final Map<String, Integer> annotated = new HashMap<>();

  private final Set<String> rejected = new HashSet<>();
  private long newsAt = System.nanoTime();

  /** From the beginning of the topics. */
  DemoCollector(Topics topics, Map<String, Object> client, Map<String, Object> registry) {
    summaries = new TopicReader<>(topics.annotations(), client, registry, true);
    articles = new TopicReader<>(topics.articles(), client, registry, true);
    claims = new TopicReader<>(topics.claims(), client, registry, true);
    lineage = new TopicReader<>(topics.lineage(), client, registry, true);
    profiles = new TopicReader<>(topics.outletProfiles(), client, registry, true);
    clusters = new TopicReader<>(topics.claimClusters(), client, registry, true);
    deadLetters = new TopicReader<>(topics.deadLetters(), client, registry, true);
  }

  /**
   * Reads until every page is annotated or rejected, every claim is there, and nothing more comes.
   *
   * @param pages those that were sent since this was made
   * @param patience how long there may be no progress
   * @return what came of those pages
   * @throws UserException when it takes longer, or a stage fails
   */
  DemoResults collect(List<ListedPage> pages, Duration patience, StageRunner runner) {
    Set<String> urls = pages.stream().map(ListedPage::url).collect(Collectors.toSet());
    long progressAt = System.nanoTime();
    int seen = 0;
    while (!isComplete(urls)) {
      int now = annotated.size() + articleOf.size() + rejected.size();
      if (now > seen) {
        seen = now;
        progressAt = System.nanoTime();
      }
      boolean live = runner.health().stream().allMatch(StageHealth::isLive);
      if (!live || since(progressAt).compareTo(patience) > 0) {
        throw new UserException(
            "%d of %d pages were read, %d annotated, %d rejected, then nothing more came; %s"
                .formatted(
                    articleOf.size(),
                    pages.size(),
                    annotated.size(),
                    rejected.size(),
                    runner.health()));
      }
      poll();
    }
    return results.of(articles(urls), rejected);
  }

  /** The ids of the articles that came of the addresses. */
  private Set<String> articles(Set<String> urls) {
    return urls.stream()
        .map(articleOf::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isComplete(Set<String> urls) {
    boolean read =
        urls.stream()
            .allMatch(
                url ->
                    rejected.contains(url)
                        || annotated.containsKey(articleOf.getOrDefault(url, "")));
    if (!read || since(newsAt).compareTo(QUIET) < 0) {
      return false;
    }
    Set<String> ids = articles(urls);
    int expected = ids.stream().mapToInt(id -> annotated.getOrDefault(id, 0)).sum();
    long found =
        results.claims().values().stream()
            .filter(claim -> ids.contains(claim.getArticleId()))
            .count();
    return found >= expected;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private void poll() {
    for (ConsumerRecord<String, byte[]> record : summaries.poll(POLL)) {
      @Nullable Annotation summary = summaries.value(record);
      if (summary != null && summaries.isNew(record)) {
        annotated.put(summary.getArticleId(), summary.getClaims());
      }
    }
    for (ConsumerRecord<String, byte[]> record : articles.poll(POLL)) {
      @Nullable Article article = articles.value(record);
      if (article != null) {
        results.articles().put(article.getId(), article);
        if (articles.isNew(record)) {
          articleOf.put(article.getPageUrl(), article.getId());
        }
      }
    }
    boolean news = keep(claims, Claim::getId, results.claims());
    // What readers quote is no outlet's claim.
    results.claims().values().removeIf(claim -> claim.getComment() != null);
    news |= keep(lineage, Republication::getId, results.edges());
    news |= keep(profiles, OutletProfile::getId, results.profiles());
    news |= keep(clusters, ClaimCluster::getId, results.clusters());
    if (news) {
      newsAt = System.nanoTime();
    }
    for (ConsumerRecord<String, byte[]> letter : deadLetters.poll(POLL)) {
      results.rejected().put(letter.key(), TopicReader.rejection(letter));
      if (deadLetters.isNew(letter)) {
        rejected.add(letter.key());
      }
    }
  }

  /** Keeps the last row of each id; says whether any came. */
  private static <V extends SpecificRecord> boolean keep(
      TopicReader<V> reader, Function<V, String> id, Map<String, V> rows) {
    List<V> came = values(reader);
    came.forEach(row -> rows.put(id.apply(row), row));
    return !came.isEmpty();
  }

  private static <V extends SpecificRecord> List<V> values(TopicReader<V> reader) {
    List<V> out = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
      @Nullable V value = reader.value(record);
      if (value != null) {
        out.add(value);
      }
    }
    return out;
  }

  @Override
  public void close() {
    List.of(summaries, articles, claims, lineage, profiles, clusters, deadLetters)
        .forEach(TopicReader::close);
  }
}
