package org.hearsay.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Republication;
import org.jspecify.annotations.Nullable;

/** The steps that complete claims with the origins found, see {@link TraceStage}. */
final class ClaimSteps {
  /** The header of a claim that this stage wrote; it does not read those again. */
  static final String COMPLETED_BY = "completed-by";

  private ClaimSteps() {}

  /**
   * An edge goes to its copy, which gains an origin, and to its origin, which loses a wrong one.
   */
  static final class ToBothArticles extends Step<Republication, Republication> {
    @Override
    void process(String key, Republication edge, Record<String, @Nullable Republication> record) {
      context().forward(new Record<>(edge.getArticleId(), edge, record.timestamp()));
      context().forward(new Record<>(edge.getOriginId(), edge, record.timestamp()));
    }
  }

  /** Claims of articles, by their article; what this stage wrote itself ends here. */
  static final class ByArticle extends Step<Claim, Claim> {
    @Override
    void process(String key, Claim claim, Record<String, @Nullable Claim> record) {
      if (record.headers().lastHeader(COMPLETED_BY) == null) {
        context().forward(record.withKey(claim.getArticleId()).withValue(claim));
      }
    }
  }

  /** A claim that comes after its article's edges. */
  static final class CompleteNew extends Completing<Claim> {
    CompleteNew(Duration retention) {
      super(retention);
    }

    @Override
    void process(String article, Claim claim, Record<String, @Nullable Claim> record) {
      keep(claim, record.timestamp());
      complete(claim, origins(article), record.timestamp());
    }
  }

  /** An edge that comes after its article's claims. */
  static final class CompleteKept extends Completing<Republication> {
    CompleteKept(Duration retention) {
      super(retention);
    }

    @Override
    void process(
        String article, Republication edge, Record<String, @Nullable Republication> record) {
      boolean isCopy = edge.getArticleId().equals(article);
      List<Republication> before = origins(article);
      if (!isCopy && before.stream().noneMatch(e -> e.getId().equals(edge.getId()))) {
        return;
      }
      put(article, edge, isCopy);
      List<Republication> after = origins(article);
      for (Claim claim : claims(article)) {
        Claim was = ClaimOrigins.complete(claim, before);
        Claim is = ClaimOrigins.complete(claim, after);
        if (!is.equals(was)) {
          send(is, record.timestamp());
        }
      }
    }
  }

  private abstract static class Completing<V> extends Step<V, Claim> {
    /** The last key of an article's range: ids are hexadecimal. */
    private static final String LAST = "g";

    private static final String FIRST = "/";

    private final Duration retention;
    private @Nullable TraceStore<String, Republication> origins;
    private @Nullable TraceStore<String, Claim> claims;

    Completing(Duration retention) {
      this.retention = retention;
    }

    @Override
    void open(ProcessorContext<String, Claim> given) {
      origins = new TraceStore<>(given, TraceStage.ORIGINS, retention);
      claims = new TraceStore<>(given, TraceStage.CLAIMS, retention);
    }

    final void keep(Claim claim, long time) {
      CopySteps.opened(claims).put(claim.getArticleId() + claim.getId(), claim, time);
    }

    final void put(String article, Republication edge, boolean isCopy) {
      TraceStore<String, Republication> store = CopySteps.opened(origins);
      String key = article + edge.getId();
      // The edge that this one corrects may lie in another bucket: it has another time.
      for (KeyValue<Long, Republication> before : store.all(key)) {
        store.put(key, null, before.key);
      }
      if (isCopy) {
        store.put(key, edge, edge.getFirstSeen().toEpochMilli());
      }
    }

    final List<Republication> origins(String article) {
      return new ArrayList<>(CopySteps.opened(origins).range(article + FIRST, article + LAST));
    }

    final List<Claim> claims(String article) {
      return CopySteps.opened(claims).range(article + FIRST, article + LAST);
    }

    final void complete(Claim claim, List<Republication> edges, long time) {
      Claim completed = ClaimOrigins.complete(claim, edges);
      if (!completed.equals(claim)) {
        send(completed, time);
      }
    }

    final void send(Claim claim, long time) {
      String chain =
          claim.getChain().stream().map(ClaimSteps::idOrName).collect(Collectors.joining(">"));
      Headers headers = RecordHeaders.of(claim.getOutletId());
      headers.add("chain", chain.getBytes(StandardCharsets.UTF_8));
      headers.add(COMPLETED_BY, TraceStage.NAME.getBytes(StandardCharsets.UTF_8));
      context().forward(new Record<>(claim.getId(), claim, time, headers));
    }
  }

  private static String idOrName(ChainLink link) {
    return link.getId() == null ? link.getName() : link.getId();
  }
}
