package org.hearsay.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Whoever waits for an answer: whether they still do. The server itself looks only when it has the
 * answer. Safe for use by several threads.
 */
public final class Caller {
  private static final String CONNECTION = "org.hearsay.web.connection";

  /** What comes of the next request meanwhile is given back to the connection. */
  private static final int LOOKED_AT = 256;

  private final @Nullable Connection connection;
  private boolean gone;
  private boolean answered;

  private Caller(@Nullable Connection connection) {
    this.connection = connection;
  }

  /** Has every request know its connection; it stands before the other handlers. */
  public static Handler.Singleton connections() {
    return new Handler.Wrapper() {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        request.setAttribute(CONNECTION, request.getConnectionMetaData().getConnection());
        return super.handle(request, response, callback);
      }
    };
  }

  /** Whoever sent a request. */
  public static Caller of(Context context) {
    return new Caller(
        context.req().getAttribute(CONNECTION) instanceof Connection connection
            ? connection
            : null);
  }

  /** Whether they have closed the connection; false after {@link #answered}. */
  public synchronized boolean isGone() {
    if (answered || connection == null) {
      return false;
    }
    if (!gone) {
      gone = isClosed(connection);
    }
    return gone;
  }

  /** Ends the looking: the connection is the server's again. */
  synchronized void answered() {
    answered = true;
  }

  private static boolean isClosed(Connection connection) {
    EndPoint end = connection.getEndPoint();
    if (!end.isOpen()) {
      return true;
    }
    ByteBuffer early = BufferUtil.allocate(LOOKED_AT);
    try {
      int read = end.fill(early);
      if (read > 0 && connection instanceof Connection.UpgradeTo next) {
        next.onUpgradeTo(early);
      }
      return read < 0;
    } catch (IOException e) {
      return true;
    }
  }
}
