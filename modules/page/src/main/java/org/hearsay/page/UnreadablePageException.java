package org.hearsay.page;

/** A page that holds no article: empty, binary, or over the limits. The message says which. */
public final class UnreadablePageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason, a sentence for whoever runs the pipeline. */
  public UnreadablePageException(String reason) {
    super(reason);
  }
}
