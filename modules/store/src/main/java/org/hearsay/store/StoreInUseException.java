package org.hearsay.store;

/** A process that writes the store has its file: ask that process. */
public final class StoreInUseException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreInUseException(String file, Throwable cause) {
    super(file + ": another process has it", cause);
  }
}
