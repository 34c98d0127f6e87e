package org.hearsay.topology.profile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.coverage.facts.ArticleFacts;
import org.hearsay.coverage.facts.Change;
import org.hearsay.coverage.facts.ClaimList;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.Learnt;
import org.hearsay.coverage.profiles.Profile;
import org.hearsay.coverage.profiles.ProfileKey;
import org.hearsay.coverage.profiles.ProfileShares;
import org.hearsay.coverage.profiles.ProfileShares.Moment;
import org.hearsay.coverage.profiles.Tally;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.Framing;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.stores.Step;
import org.hearsay.topology.stores.StoreDefinition;
import org.jspecify.annotations.Nullable;

/** The steps from what is known of articles to profiles, see {@link ProfileStage}. */
final class ProfileSteps {
  private ProfileSteps() {}

  /** An article without its text. */
  static final class FromArticle extends Step<Article, Fact> {
    @Override
    protected void process(String key, Article article, Record<String, @Nullable Article> record) {
      Instant seen = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
      send(article.getId(), FactRecords.summary(article, seen), record.timestamp());
    }
  }

  /** Framing without its sentences. */
  static final class FromFraming extends Step<Framing, Fact> {
    @Override
    protected void process(String key, Framing text, Record<String, @Nullable Framing> record) {
      send(text.getArticleId(), FactRecords.framing(text), record.timestamp());
    }
  }

  /** A claim of an article, by that: readers' are no reports. */
  static final class FromClaim extends Step<Claim, Fact> {
    @Override
    protected void process(String key, Claim claim, Record<String, @Nullable Claim> record) {
      if (!ClaimRecords.isReaders(claim)) {
        send(claim.getArticleId(), FactRecords.claim(claim).forReports(), record.timestamp());
      }
    }
  }

  /** Which claims an article makes by its newest reading, where the row tells. */
  static final class FromAnnotation extends Step<Annotation, Fact> {
    @Override
    protected void process(
        String key, Annotation summary, Record<String, @Nullable Annotation> record) {
      @Nullable List<String> ids = summary.getClaimIds();
      if (ids != null) {
        send(summary.getArticleId(), new ClaimList(Set.copyOf(ids)), record.timestamp());
      }
    }
  }

  /** Keeps what is known of articles, and says what each fact changes. */
  static final class Learn extends Step<Fact, Learnt> {
    private final ArticleFacts facts;

    Learn(StoreDefinition<String, Fact> facts) {
      this.facts = new ArticleFacts(store(facts));
    }

    @Override
    protected void process(String article, Fact fact, Record<String, @Nullable Fact> record) {
      Learnt learnt = facts.learn(article, fact, record.timestamp());
      if (!learnt.isNothing()) {
        send(article, learnt, record.timestamp());
      }
    }
  }

  /** Tells each profile by how much what the article gives to it has changed. */
  static final class TellProfiles extends Step<Learnt, Tally> {
    @Override
    protected void process(String article, Learnt learnt, Record<String, @Nullable Learnt> record) {
      for (Change<Moment, Tally> change : learnt.changes(ProfileShares::of)) {
        send(change.key().profile().toString(), Tally.difference(change), change.key().time());
      }
    }
  }

  /** A window's tally as a row of the public contract. */
  static final class ToRow
      extends ContextualProcessor<Windowed<String>, Tally, String, SpecificRecord> {
    private final boolean complete;

    ToRow(boolean complete) {
      this.complete = complete;
    }

    @Override
    public void process(Record<Windowed<String>, Tally> record) {
      Windowed<String> windowed = record.key();
      // A final row of nothing tells nothing; a live one takes back what an earlier one said.
      if (record.value() == null || (complete && record.value().isNone())) {
        return;
      }
      ProfileRows rows =
          new ProfileRows(
              new Profile(ProfileKey.parse(windowed.key()), record.value()),
              windowed.window().startTime(),
              windowed.window().endTime(),
              complete);
      context()
          .forward(
              new Record<>(
                  rows.id(), rows.row(), record.timestamp(), RoutingHeaders.of(rows.outlet())));
    }
  }

  /** Only the rows of one kind. */
  static final class Only<V extends SpecificRecord>
      extends ContextualProcessor<String, SpecificRecord, String, V> {
    private final Class<V> type;

    Only(Class<V> type) {
      this.type = type;
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
      if (type.isInstance(record.value())) {
        context().forward(record.withValue(type.cast(record.value())));
      }
    }
  }
}
