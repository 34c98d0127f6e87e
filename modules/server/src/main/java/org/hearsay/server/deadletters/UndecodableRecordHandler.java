package org.hearsay.server.deadletters;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.hearsay.registry.RegistryException;
import org.hearsay.topology.stores.UnknownFormException;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be decoded goes to the dead letters, and the stream goes on; but a registry that does
 * not answer stops the stage, since every record would look undecodable until it is back. So does
 * an internal topic in a form that this program does not know: its records are nobody's fault.
 */
public final class UndecodableRecordHandler extends LogAndContinueExceptionHandler {
  /** For Kafka Streams, which makes one by its class name. */
  public UndecodableRecordHandler() {}

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (UnknownFormException.isCauseOf(exception)) {
      return Response.fail();
    }
    for (@Nullable Throwable e = exception; e != null; e = e.getCause()) {
      if (e instanceof RegistryException failure
          && (failure.reason() == RegistryException.Reason.UNREACHABLE
              || failure.reason() == RegistryException.Reason.REFUSED)) {
        return Response.fail();
      }
    }
    return super.handleError(context, record, exception);
  }
}
