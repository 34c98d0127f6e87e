package org.hearsay.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody who asks for a stream and reads it only when they are made to. */
public final class SlowClient implements AutoCloseable {
  /** So that what is on its way soon fills all that lies between. */
  private static final int LEAST_BUFFER = 2_048;

  private final Socket socket = new Socket();
  private final InputStream in;

  /** Asks for that address. */
  public SlowClient(int port, String path) throws IOException {
    socket.setReceiveBufferSize(LEAST_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new BufferedInputStream(socket.getInputStream());
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  /** What it reads until that stands there, or the end. */
  public String until(String part) throws IOException {
    StringBuilder out = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      out.append((char) next);
      if (out.indexOf(part, Math.max(0, out.length() - part.length())) >= 0) {
        return out.toString();
      }
      next = in.read();
    }
    return out.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
