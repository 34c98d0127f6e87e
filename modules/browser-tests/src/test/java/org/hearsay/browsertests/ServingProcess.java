package org.hearsay.browsertests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of {@code hearsay} that answers over HTTP, in a process of its own. */
final class ServingProcess implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("hearsay: (http://\\S+) (?:until Ctrl-C|answers)");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final String origin;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServingProcess(Process process, String origin) {
    this.process = process;
    this.origin = origin;
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param arguments the command and its options
   * @throws IllegalStateException with what it said, when it ends instead
   */
  static ServingProcess start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-Dhearsay.registry.home=" + System.getProperty("hearsay.registry.home", ""),
                "-cp",
                System.getProperty("java.class.path"),
                "org.hearsay.cli.Hearsay"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new ServingProcess(process, awaitAddress(process));
  }

  private static String awaitAddress(Process process) throws IOException {
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread reader = new Thread(() -> lines.lines().forEach(said::add), "what hearsay says");
        reader.setDaemon(true);
        reader.start();
        return address.group(1);
      }
    }
    throw new IllegalStateException("hearsay ended: " + said);
  }

  /** Scheme, host and port. */
  String origin() {
    return origin;
  }

  /**
   * An answer of the API.
   *
   * @throws IllegalStateException when there is none
   */
  JsonNode get(String path) {
    return ask(path, HttpRequest.newBuilder(), 200);
  }

  /**
   * Sends a page.
   *
   * @throws IllegalStateException when it is not taken
   */
  void send(String path, byte[] page) {
    ask(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "text/html")
            .POST(BodyPublishers.ofByteArray(page)),
        202);
  }

  private JsonNode ask(String path, HttpRequest.Builder request, int wanted) {
    try {
      var answer =
          client.send(request.uri(URI.create(origin + path)).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != wanted) {
        throw new IllegalStateException(path + ": " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
