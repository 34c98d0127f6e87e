package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Statement;

/**
 * One wording of what one speaker said, with the reports that have it and its place among the other
 * wordings. It belongs to whoever reads and writes it, and to one change at a time.
 */
public final class ClusterNode {
  /** Reports kept, the earliest; more are counted. */
  public static final int MOST_REPORTS = 64;

  /** Wordings that it is held to be the same as, and members of a cluster. */
  static final int MOST_LINKS = 128;

  private final String id;
  private final ClaimSpeaker speaker;
  private final Statement statement;
  private final boolean guest;
  private final List<ClaimReport> reports = new ArrayList<>();
  private final Set<String> neighbours = new TreeSet<>();
  private final Set<String> members = new TreeSet<>();
  private int count;
  private String centre;
  private long told;

  /**
   * How a wording stands to others: what is kept of it.
   *
   * @param neighbours those that it is the same as, as far as there is room
   * @param members the wordings in the cluster that it is the centre of, without itself
   * @param centre the wording that its cluster is named after
   */
  public record Place(Set<String> neighbours, Set<String> members, String centre) {}

  /**
   * Who has reported it: what is kept of it.
   *
   * @param kept the earliest reports, in order
   * @param count how many there are
   * @param told what was told of its cluster last, as a hash; 0 for nothing
   */
  public record Reported(List<ClaimReport> kept, int count, long told) {}

  /** A wording that nobody has reported yet. */
  ClusterNode(String id, ClaimSpeaker speaker, Statement statement, SamenessLanguage language) {
    this.id = id;
    this.speaker = speaker;
    this.statement = statement;
    this.guest = speaker.kind(language) != ClaimSpeaker.Kind.NAMED;
    this.centre = id;
  }

  /**
   * A wording as it was kept.
   *
   * @param language the language that the speaker is named in
   */
  public ClusterNode(
      String id,
      ClaimSpeaker speaker,
      Statement statement,
      Reported reported,
      Place place,
      SamenessLanguage language) {
    this(id, speaker, statement, language);
    reports.addAll(reported.kept());
    count = reported.count();
    told = reported.told();
    neighbours.addAll(place.neighbours());
    members.addAll(place.members());
    centre = place.centre();
  }

  /** What it is known by: its speaker and its words. */
  public String id() {
    return id;
  }

  /** Who is said to have said it. */
  public ClaimSpeaker speaker() {
    return speaker;
  }

  /** Its words and what they mean. */
  public Statement statement() {
    return statement;
  }

  /** Who has reported it, to be kept. */
  public Reported reported() {
    return new Reported(List.copyOf(reports), count, told);
  }

  /** How it stands to others, to be kept. */
  public Place place() {
    return new Place(Set.copyOf(neighbours), Set.copyOf(members), centre);
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

  /** Whether nobody reports it any more. */
  boolean isGone() {
    return count == 0;
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
    return guest;
  }

  /** What was told of its cluster last, as a hash; 0 for nothing. */
  long told() {
    return told;
  }

  void told(long hash) {
    told = hash;
  }

  boolean hasRoom() {
    return neighbours.size() < MOST_LINKS;
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
}
