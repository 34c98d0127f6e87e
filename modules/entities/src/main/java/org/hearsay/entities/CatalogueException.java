package org.hearsay.entities;

import java.util.List;

/** A catalogue that is not as it should be; each problem names the file and the line. */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public CatalogueException(String problem) {
    this(List.of(problem));
  }

  public CatalogueException(String problem, Throwable cause) {
    super(problem, cause);
    this.problems = List.of(problem);
  }

  public CatalogueException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
