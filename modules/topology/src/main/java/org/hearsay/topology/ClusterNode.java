package org.hearsay.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClaimSpeaker;
import org.hearsay.coverage.sameness.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One wording of what one speaker said, with the reports that have it and its place among the other
 * wordings. It belongs to the step that reads and writes it, and to one record at a time.
 */
final class ClusterNode {
  /** Reports kept, the earliest; more are counted. */
  static final int MOST_REPORTS = 64;

  /** Wordings that it is held to be the same as, and members of a cluster. */
  static final int MOST_LINKS = 128;

  private final String id;
  private final ClaimSpeaker speaker;
  private final Statement statement;
  private final List<ClaimReport> reports = new ArrayList<>();
  private final Set<String> neighbours = new TreeSet<>();
  private final Set<String> members = new TreeSet<>();
  private int count;
  private String centre;
  private long told;

  /** A wording that nobody has reported yet. */
  ClusterNode(String id, ClaimSpeaker speaker, Statement statement) {
    this.id = id;
    this.speaker = speaker;
    this.statement = statement;
    this.centre = id;
  }

  String id() {
    return id;
  }

  ClaimSpeaker speaker() {
    return speaker;
  }

  Statement statement() {
    return statement;
  }

  /** The reports that are kept, the earliest first. */
  List<ClaimReport> reports() {
    return reports;
  }

  /** Those that it is the same as, as far as there is room. */
  Set<String> neighbours() {
    return neighbours;
  }

  /** The wordings in the cluster that it is the centre of, without itself. */
  Set<String> members() {
    return members;
  }

  /** How many reports there are. */
  int count() {
    return count;
  }

  void count(int reports) {
    count = reports;
  }

  /** The wording that its cluster is named after: the earliest of those that it is the same as. */
  String centre() {
    return centre;
  }

  void centre(String node) {
    centre = node;
  }

  boolean isCentre() {
    return centre.equals(id);
  }

  /** Whether nobody is named in it: it joins clusters and makes none. */
  boolean isGuest() {
    return speaker.kind() != ClaimSpeaker.Kind.NAMED;
  }

  /** What was written of its cluster last, as a hash; 0 for nothing. */
  long told() {
    return told;
  }

  void told(long hash) {
    told = hash;
  }

  boolean isBefore(ClusterNode other) {
    int order = first().at().compareTo(other.first().at());
    return order != 0 ? order < 0 : id.compareTo(other.id) < 0;
  }

  ClaimReport first() {
    return reports.get(0);
  }

  void add(ClaimReport report) {
    boolean known = reports.removeIf(r -> r.claimId().equals(report.claimId()));
    int at = 0;
    while (at < reports.size() && ClaimReport.IN_ORDER.compare(reports.get(at), report) < 0) {
      at++;
    }
    boolean room = at < MOST_REPORTS;
    if (room) {
      reports.add(at, report);
      if (reports.size() > MOST_REPORTS) {
        reports.remove(MOST_REPORTS);
      }
    }
    // A guest may come again from several partitions: what is not listed is not counted.
    if (!known && (room || !isGuest())) {
      count++;
    }
  }

  void remove(ClaimReport report) {
    boolean known = reports.removeIf(r -> r.claimId().equals(report.claimId()));
    if (known || (!isGuest() && count > reports.size())) {
      count--;
    }
    if (reports.isEmpty()) {
      count = 0;
    }
  }

  /**
   * What an article's report of a claim was and is.
   *
   * @param before what it was, null where it was none
   * @param after what it is, null where it is none any more
   */
  record Change(@Nullable ClaimReport before, @Nullable ClaimReport after) {}

  /**
   * What a key's list says of a wording.
   *
   * @param node its id
   * @param signature see {@link Statement#signature}
   */
  record Posting(String node, List<Long> signature) {
    /** Keeps its own copy of the list. */
    Posting {
      signature = List.copyOf(signature);
    }
  }

  /**
   * A claim on its way to those that have words in a row with it, by one shard of its keys.
   *
   * @param speaker the key of its speaker, empty where nobody is named
   * @param before what it was, null where it was none
   * @param after what it is, null where it is none any more
   * @param keys some of its {@link org.hearsay.coverage.sameness.Wording#runKeys}
   */
  record Indexed(
      String speaker, @Nullable ClaimReport before, @Nullable ClaimReport after, List<Long> keys) {
    /** Keeps its own copy of the list. */
    Indexed {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Who has said something.
   *
   * @param speaker the key of the speaker
   * @param text what was said, as {@link org.hearsay.coverage.sameness.Wording#text}
   * @param denied whether it was denied
   */
  record Said(String speaker, String text, boolean denied) {}
}
