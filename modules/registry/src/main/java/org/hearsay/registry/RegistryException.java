package org.hearsay.registry;

import java.io.Serial;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A record could not be written or read. The message names the topic, the subject, the schema id
 * where there is one, and the reason.
 */
public final class RegistryException extends SerializationException {

  @Serial private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** No registry answered at any of its addresses, or it is in trouble itself. */
    UNREACHABLE,
    /** The registry refused the request, for lack of rights mostly. */
    REFUSED,
    /** The registry has no such schema or subject. */
    UNKNOWN_SCHEMA,
    /** The schema may not follow the subject's earlier ones, or the reader's cannot read it. */
    INCOMPATIBLE,
    /** The bytes do not start as a record with a schema id does, or the schema is not Avro's. */
    NOT_AVRO,
    /** The bytes are not what their schema says, for example cut short. */
    DAMAGED,
    /** The record does not fit its own schema. */
    UNWRITABLE
  }

  private final Reason reason;
  private final String topic;
  private final String subject;
  private final @Nullable Integer id;

  RegistryException(
      Reason reason,
      String topic,
      String subject,
      @Nullable Integer id,
      String detail,
      @Nullable Throwable cause) {
    super(
        "Topic "
            + topic
            + ", subject "
            + subject
            + (id == null ? "" : ", schema id " + id)
            + ": "
            + detail,
        cause);
    this.reason = reason;
    this.topic = topic;
    this.subject = subject;
    this.id = id;
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }

  /**
   * Whether the record itself is to blame, so that it can never be read or written; otherwise the
   * registry, or what it was told, is, and no record goes through until that is mended.
   */
  public boolean isFaultOfTheRecord() {
    return switch (reason) {
      case UNREACHABLE, REFUSED -> false;
      // Only what is read has an id. What is written lacks a schema, or one that is allowed.
      case UNKNOWN_SCHEMA, INCOMPATIBLE -> id != null;
      case NOT_AVRO, DAMAGED, UNWRITABLE -> true;
    };
  }

  /** The topic of the record. */
  public String topic() {
    return topic;
  }

  /** The subject of the schema. */
  public String subject() {
    return subject;
  }

  /** The schema id, if it was known. */
  public @Nullable Integer id() {
    return id;
  }
}
