package org.hearsay.coverage.clusters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.Sameness;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Statement;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.lineage.TimedStore;
import org.hearsay.text.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One speaker's wordings with links between those that say the same, as far as one change looks at
 * them: read when they are asked for, kept when the change is done.
 */
final class WordingGraph {
  private final TimedStore<String, ClusterNode> store;
  private final KeyIndex index;
  private final Function<String, float[]> meaning;
  private final SamenessLanguage language;
  private final Sameness sameness;
  private final String speaker;
  private final long time;
  private final Map<String, ClusterNode> loaded = new HashMap<>();
  private final Set<String> changed = new TreeSet<>();

  WordingGraph(
      TimedStore<String, ClusterNode> store,
      KeyIndex index,
      Function<String, float[]> meaning,
      SamenessLanguage language,
      String speaker,
      long time) {
    this.store = store;
    this.index = index;
    this.meaning = meaning;
    this.language = language;
    this.sameness = new Sameness(language);
    this.speaker = speaker;
    this.time = time;
  }

  /** A wording that is known, or null. */
  @Nullable ClusterNode get(String id) {
    @Nullable ClusterNode known = loaded.get(id);
    if (known == null) {
      known = store.latest(id);
      if (known != null) {
        loaded.put(id, known);
      }
    }
    return known;
  }

  /** The wording of a report, or null where nobody has reported it. */
  @Nullable ClusterNode of(ClaimReport report) {
    return get(id(report.text().speaker(), report.wording(language)));
  }

  /** The wording of a report, made and linked where nobody has reported it before. */
  ClusterNode make(ClaimReport report) {
    ClaimSpeaker who = report.text().speaker();
    Wording wording = report.wording(language);
    @Nullable ClusterNode known = get(id(who, wording));
    if (known != null) {
      return known;
    }
    Statement statement = Statement.of(wording, meaning.apply(wording.text()));
    ClusterNode made = new ClusterNode(id(who, wording), who, statement, language);
    loaded.put(made.id(), made);
    link(made);
    return made;
  }

  private String id(ClaimSpeaker who, Wording wording) {
    return Ids.of(
        speaker, who.identity(language), Boolean.toString(wording.denied()), wording.text());
  }

  private void link(ClusterNode node) {
    for (String id : index.add(node, time)) {
      @Nullable ClusterNode other = get(id);
      if (other != null && isSame(node, other) && node.hasRoom() && other.hasRoom()) {
        node.neighbours().add(id);
        other.neighbours().add(node.id());
        changed.add(id);
      }
    }
  }

  private boolean isSame(ClusterNode one, ClusterNode other) {
    return (one.isGuest() || other.isGuest() || one.speaker().maybe(other.speaker(), language))
        && sameness.same(one.statement(), other.statement());
  }

  private void unlink(ClusterNode node) {
    index.remove(node);
    for (String id : node.neighbours()) {
      @Nullable ClusterNode other = get(id);
      if (other != null) {
        other.neighbours().remove(node.id());
        changed.add(id);
      }
    }
  }

  /** Has a wording kept. */
  void changed(String id) {
    changed.add(id);
  }

  /** Keeps what was changed, and forgets what nobody reports any more. */
  void keep() {
    for (String id : List.copyOf(changed)) {
      @Nullable ClusterNode node = get(id);
      if (node != null && node.isGone()) {
        unlink(node);
      }
    }
    for (String id : changed) {
      @Nullable ClusterNode node = loaded.get(id);
      if (node != null) {
        store.replace(id, node.isGone() ? null : node, time);
      }
    }
  }
}
