package org.hearsay.cli.options;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/** Something that the user can mend; the message says what and how. Printed without a trace. */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the process ends unless told otherwise. */
  private static final int FAILED = 1;

  private final int status;

  /** With what is wrong and what to do. */
  public UserException(String message) {
    super(message);
    this.status = FAILED;
  }

  /** With what is wrong and what to do, and where it comes from. */
  public UserException(String message, Throwable cause) {
    this(message, cause, FAILED);
  }

  /**
   * The same.
   *
   * @param status with what the process ends
   */
  public UserException(String message, Throwable cause, int status) {
    super(message, cause);
    this.status = status;
  }

  /** With what the process ends. */
  public int status() {
    return status;
  }

  /**
   * A failure in words and on one line: without the wrappers that only say where it was passed on.
   * The name of a file is not in it: who asks knows it.
   */
  public static String why(Throwable failure) {
    Throwable e = unwrapped(failure);
    return known(e).orElseGet(() -> said(e));
  }

  /** The same for who does not know which file it is about: its name is in it. */
  public static String told(Throwable failure) {
    Throwable e = unwrapped(failure);
    return e instanceof FileSystemException file && file.getFile() != null
        ? file.getFile() + ": " + why(e)
        : why(e);
  }

  private static Throwable unwrapped(Throwable failure) {
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
    return e;
  }

  /** What Java says in other words, or not at all. */
  private static Optional<String> known(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return Optional.of("no such file");
    }
    if (e instanceof AccessDeniedException) {
      return Optional.of("no right to read it");
    }
    if (e instanceof NotDirectoryException) {
      return Optional.of("no folder");
    }
    if (e instanceof FileAlreadyExistsException) {
      return Optional.of("there is one already");
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return Optional.of(file.getReason());
    }
    if (e instanceof CharacterCodingException) {
      return Optional.of("no text in UTF-8");
    }
    if (e instanceof InvalidPathException path) {
      return Optional.of(
          "the locale has no letters for the file name "
              + path.getInput()
              + ": set LC_ALL=C.UTF-8");
    }
    if (e instanceof UnknownHostException host) {
      return Optional.of("nobody knows the host " + host.getMessage());
    }
    if (e instanceof AuthorizationException refused) {
      return Optional.of(right(refused));
    }
    return e instanceof ConnectException ? Optional.of("nothing listens there") : Optional.empty();
  }

  /** Which right is missing, as far as the cluster says: its own words are that one is. */
  private static String right(AuthorizationException e) {
    String of = "";
    if (e instanceof TopicAuthorizationException topics) {
      of = named("the topic", topics.unauthorizedTopics());
    } else if (e instanceof GroupAuthorizationException group && group.groupId() != null) {
      of = named("the group", Set.of(group.groupId()));
    } else if (e instanceof TransactionalIdAuthorizationException) {
      of = " on the transactional id";
    } else if (e instanceof ClusterAuthorizationException) {
      of = " on the cluster";
    }
    return "the user has no right to this"
        + of
        + ": an ACL is missing ("
        + String.valueOf(e.getMessage()).strip()
        + ")";
  }

  private static String named(String kind, Set<String> names) {
    return names.isEmpty() ? "" : " on " + kind + " " + String.join(", ", new TreeSet<>(names));
  }

  private static String said(Throwable e) {
    @Nullable Throwable cause = e.getCause();
    String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (cause != null
        && !(e instanceof UserException)
        && !said.contains(String.valueOf(cause.getMessage()))) {
      said += " (" + why(cause) + ")";
    }
    return said.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
