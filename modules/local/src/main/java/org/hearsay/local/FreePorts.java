package org.hearsay.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds loopback ports that nobody listens on. */
final class FreePorts {

  private FreePorts() {}

  /** Different ports, all free at the moment of the call. */
  static List<Integer> find(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      // All are held open until the last is found: one port is never given twice.
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new LocalException(
          "No free port on the loopback address. Stop programs that hold many connections open.",
          e);
    } finally {
      for (ServerSocket socket : sockets) {
        close(socket);
      }
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new LocalException("Port " + socket.getLocalPort() + " could not be given back.", e);
    }
  }
}
