package org.hearsay.server;

import org.apache.kafka.common.KafkaException;

/**
 * The cluster has internal topics of a stage that an earlier program made and this one does not
 * read on: the stage does not start, and the message says what is to be done.
 */
public final class FormerStateException extends KafkaException {
  private static final long serialVersionUID = 1L;

  /** With a message for whoever runs the pipeline. */
  FormerStateException(String message) {
    super(message);
  }
}
