package org.hearsay.topology.stores;

import java.io.IOException;

/**
 * A value of a known version has something that this program does not know and a newer one may have
 * written. {@link VersionedForm} makes an {@link UnknownFormException} of it.
 */
public final class UnknownPartException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is not known.
   *
   * @param what for whoever runs the pipeline, such as "the kind of line COLOUR"
   */
  public UnknownPartException(String what) {
    super(what);
  }
}
