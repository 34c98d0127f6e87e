package org.hearsay.cli.pages;

import java.util.List;
import java.util.Locale;
import org.hearsay.analysis.publishing.Lineages;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.Phrases;
import org.hearsay.cli.output.Wrap;
import org.hearsay.entities.Catalogue;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Piece;
import org.hearsay.page.PageReader;

/** Page files as articles to be compared. All count as seen at one time: files have no other. */
final class LineagePages {
  private final PageReader reader = new PageReader();
  private final Publisher publisher;

  LineagePages(Catalogue catalogue) {
    this.publisher = new Publisher(catalogue);
  }

  /**
   * One page file.
   *
   * @param file as named on the command line
   * @param outlet the publisher's name, or {@link Phrases#UNKNOWN_OUTLET}
   * @param piece what is compared
   */
  record Page(String file, String outlet, Piece piece) {
    private static final int LEAST_INDENT = 4;

    /** One line for programs. */
    String show() {
      return outlet + " | " + Phrases.title(piece.title()) + " | " + file;
    }

    /**
     * For people: wrapped with a hanging indent, but for the file's name, which one may want to
     * copy.
     *
     * @param head what stands before it on its first line
     */
    String show(String head, int width) {
      int indent = Math.max(LEAST_INDENT, Wrap.length(head));
      String text = outlet + " | " + Phrases.title(piece.title()) + " |";
      String out = Wrap.hanging(head, text, indent, width);
      int last = Wrap.length(out.substring(out.lastIndexOf('\n') + 1));
      return last + 1 + Wrap.length(file) <= width
          ? out + " " + file
          : out + System.lineSeparator() + " ".repeat(indent) + file;
    }
  }

  /**
   * Reads a page as it is compared.
   *
   * @throws UserException when it cannot be read, with why
   */
  Page read(PageFile file) {
    Publication publication = publish(file);
    return new Page(file.name(), Phrases.outlet(publication.outletName()), piece(publication));
  }

  /** A page as it is compared. */
  static Piece piece(Publication publication) {
    return Lineages.traced(publication, Piece.NOT_SEEN).piece();
  }

  /**
   * Reads a page.
   *
   * @throws UserException when it cannot be read, with why
   */
  Publication publish(PageFile file) {
    return publisher.publish(PageAnalysis.read(file, reader).article(), file.url());
  }

  /** The page of that article. */
  static Page page(List<Page> pages, Piece piece) {
    return pages.stream()
        .filter(page -> page.piece().id().equals(piece.id()))
        .findFirst()
        .orElseThrow();
  }

  /** What to call an edge's copy where it may be the origin. */
  static String copy(Copying edge) {
    return edge.isDirected() ? "copy" : "one";
  }

  /** What to call an edge's origin where it may be the copy. */
  static String origin(Copying edge) {
    return edge.isDirected() ? "origin" : "other";
  }

  /** What an edge says, for people: kind, shares and evidence. */
  static String show(Copying edge) {
    return String.format(
        Locale.ROOT,
        "%s, %.0f %% of the %s, %.0f %% of the %s, longest run %d words, direction %s%s",
        edge.overlap().extent(),
        100 * edge.overlap().containment(),
        copy(edge),
        100 * edge.overlap().originContainment(),
        origin(edge),
        edge.overlap().longestRun(),
        edge.direction().basis(),
        edge.direction().contradicted() ? " but contradicted by times" : "");
  }
}
