package org.hearsay.registry;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The registry did not do what it was asked; the caller knows for which topic. */
final class RegistryFailure extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final RegistryException.Reason reason;

  RegistryFailure(RegistryException.Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  RegistryException.Reason reason() {
    return reason;
  }
}
