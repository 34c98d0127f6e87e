package org.hearsay.cli.options;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/** Something that the user can mend; the message says what and how. Printed without a trace. */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public UserException(String message) {
    super(message);
  }

  /** With what is wrong and what to do, and where it comes from. */
  public UserException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A failure in words: without the wrappers that only say where it was passed on. */
  public static String why(Throwable failure) {
    Throwable e = failure;
    @Nullable Throwable cause = e.getCause();
    while (cause != null
        && (e instanceof ExecutionException
            || e instanceof CompletionException
            || e instanceof UncheckedIOException
            || e instanceof StreamsException)) {
      e = cause;
      cause = e.getCause();
    }
    @Nullable String message = e.getMessage();
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "no right to read it";
    }
    String said = message == null ? e.getClass().getSimpleName() : message;
    return cause == null
            || e instanceof UserException
            || said.contains(String.valueOf(cause.getMessage()))
        ? said
        : said + " (" + why(cause) + ")";
  }
}
