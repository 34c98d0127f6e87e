package org.hearsay.server.deadletters;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be decoded goes to the dead letters, and the stream goes on; but a registry that does
 * not answer stops the stage, since every record would look undecodable until it is back. So does
 * an internal topic in a form that this program does not know: its records are nobody's fault. What
 * a topic holds that is read whole as a table is told by {@link LeftOutRecords}.
 */
public final class UndecodableRecordHandler extends LogAndContinueExceptionHandler {
  private @Nullable LeftOutRecords leftOut;
  private DeadLetterLog.@Nullable Noting noting;

  /** For Kafka Streams, which makes one by its class name. */
  public UndecodableRecordHandler() {}

  @Override
  public void configure(Map<String, ?> settings) {
    super.configure(settings);
    leftOut = settings.get(LeftOutRecords.SETTING) instanceof LeftOutRecords given ? given : null;
    noting = DeadLetterLog.of(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (Blame.of(exception) != Blame.RECORD) {
      return Response.fail();
    }
    LeftOutRecords tables = leftOut;
    if (tables != null && tables.isFor(record)) {
      tables.tell(record, exception);
      return Response.resume();
    }
    Response response = super.handleError(context, record, exception);
    DeadLetterLog.@Nullable Noting noted = noting;
    if (noted != null) {
      noted.note(context, exception, response.deadLetterQueueRecords());
    }
    return response;
  }
}
