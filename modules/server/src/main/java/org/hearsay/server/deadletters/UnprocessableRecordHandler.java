package org.hearsay.server.deadletters;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record that cannot be processed for its own sake goes to the dead letters, and the stream goes
 * on; whatever else fails stops the stage, which keeps its offset: the record is processed when the
 * stage is started again.
 */
public final class UnprocessableRecordHandler extends LogAndContinueProcessingExceptionHandler {
  /** For Kafka Streams, which makes one by its class name. */
  public UnprocessableRecordHandler() {}

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    return Blame.of(exception) == Blame.RECORD
        ? super.handleError(context, record, exception)
        : Response.fail();
  }
}
