package org.hearsay.server.deadletters;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be processed for its own sake goes to the dead letters, and the stream goes
 * on; whatever else fails stops the stage, which keeps its offset: the record is processed when the
 * stage is started again.
 */
public final class UnprocessableRecordHandler extends LogAndContinueProcessingExceptionHandler {
  private DeadLetterLog.@Nullable Noting noting;

  /** For Kafka Streams, which makes one by its class name. */
  public UnprocessableRecordHandler() {}

  @Override
  public void configure(Map<String, ?> settings) {
    super.configure(settings);
    noting = DeadLetterLog.of(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (Blame.of(exception) != Blame.RECORD) {
      return Response.fail();
    }
    Response response = super.handleError(context, record, exception);
    DeadLetterLog.@Nullable Noting noted = noting;
    if (noted != null) {
      noted.note(context, exception, response.deadLetterQueueRecords());
    }
    return response;
  }
}
