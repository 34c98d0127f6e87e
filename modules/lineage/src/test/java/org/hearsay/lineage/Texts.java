package org.hearsay.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.lineage.matching.Comparison;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Fiction that the tests compare. */
public final class Texts {
  /** The language of the texts. */
  public static final MaskWords ENGLISH = MaskWords.load("en");

  public static final Instant SEEN = Instant.parse("2026-03-02T12:00:00Z");

  /** 190 words, three quotations. */
  public static final String FERRY =
      """
      The last ferry across the Lim will be taken out of service in April, the harbour office of \
      Prelog said on Tuesday, ending a crossing that has run since 1911 with only two breaks.

      “Nobody rides it in winter, and in summer they ride it for the photographs,” harbour master \
      Dunja Zelenski said. She had asked the ministry for a new engine three times.

      About 40 people from the villages on the northern bank use the ferry to reach the hospital. \
      They will have to drive 31 kilometres round by the bridge at Vrbica, which is closed to \
      lorries and, on most mornings in February, to everything else.

      A petition against the closing gathered 2,600 signatures in a week. The council took note of \
      it without debate and moved on to the budget for street lamps.

      “They counted the passengers on a day when the river was frozen,” said Marko Vučić, who has \
      steered the boat for nineteen years. “Count them in May.”

      The ministry's transport department answered questions with a single sentence: the decision \
      was final, and the boat would go to the museum of technology in the capital.""";

  /** The same event by another hand: the facts and all of the quotations, no sentence. */
  public static final String FERRY_INDEPENDENT =
      """
      Prelog is losing its boat. Come spring, anyone who wants to get from one side of the river \
      to the other without a car will be out of luck, because officials have decided to retire the \
      century-old vessel.

      “Nobody rides it in winter, and in summer they ride it for the photographs,” said Dunja \
      Zelenski, who runs the port and has fought in vain for money to repair the motor.

      More than 2,600 residents signed a protest, to no effect: councillors did not discuss it. \
      For villagers who need a doctor the detour measures 31 kilometres over a bridge that ice \
      often shuts.

      Helmsman Marko Vučić does not believe the figures. “They counted the passengers on a day when \
      the river was frozen,” he complained. “Count them in May.”

      What remains of the old lady is promised to a museum, according to a terse reply from the \
      government.""";

  public static final String OTHER =
      """
      Bakers in the old town have stopped selling bread by the loaf and sell it by the kilo again, \
      after inspectors found that half of the loaves weighed less than the label promised.

      The scales in eleven shops were sealed on Thursday. Owners blame the flour, which has grown \
      lighter, they say, since the mill at Kosina changed hands and its stones were replaced.

      The chamber of trade will publish a list of the honest ones before the holidays.""";

  private Texts() {}

  public static List<Span> paragraphs(String body) {
    List<Span> out = new ArrayList<>();
    int at = 0;
    for (String paragraph : body.split("\n\n", -1)) {
      if (!paragraph.isEmpty()) {
        out.add(new Span(at, at + paragraph.length()));
      }
      at += paragraph.length() + 2;
    }
    return out;
  }

  public static Piece piece(String id, @Nullable String outlet, String body) {
    return piece(id, outlet, body, null, SEEN, List.of());
  }

  public static Piece piece(
      String id,
      @Nullable String outlet,
      String body,
      @Nullable Instant published,
      Instant seen,
      List<String> declared) {
    return new Piece(
        id, outlet, "A title", null, body, paragraphs(body), published, seen, declared);
  }

  public static Prepared prepared(String id, String body) {
    return Prepared.of(piece(id, "outlet-" + id, body), ENGLISH);
  }

  public static @Nullable Overlap overlap(String copy, String origin) {
    return Comparison.compare(prepared("copy", copy), prepared("origin", origin));
  }
}
