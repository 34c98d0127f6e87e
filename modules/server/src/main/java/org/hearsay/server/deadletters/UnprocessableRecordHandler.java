package org.hearsay.server.deadletters;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.topology.stores.UnknownFormException;

/**
 * A record that cannot be processed goes to the dead letters, and the stream goes on; but a store
 * in a form that this program does not know stops the stage, since every record that asks it would
 * look unprocessable.
 */
public final class UnprocessableRecordHandler extends LogAndContinueProcessingExceptionHandler {
  /** For Kafka Streams, which makes one by its class name. */
  public UnprocessableRecordHandler() {}

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    return UnknownFormException.isCauseOf(exception)
        ? Response.fail()
        : super.handleError(context, record, exception);
  }
}
