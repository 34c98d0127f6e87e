package org.hearsay.local;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry with the Confluent interface (Apicurio Registry) in a process of its own,
 * reachable from this machine only. Schemas and their ids stay in its folder.
 */
public final class LocalRegistry implements AutoCloseable {

  /** The system property that names the folder of the unpacked registry. */
  public static final String HOME_PROPERTY = "hearsay.registry.home";

  /** It takes five seconds alone, and two minutes on cores that others have taken. */
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final Process process;
  private final String url;

  private LocalRegistry(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts a registry and waits until it answers.
   *
   * @param registryHome the folder with the unpacked Apicurio Registry
   * @param data the folder of its schemas and its log, made if it is missing
   * @throws LocalException if it cannot start or does not answer within three minutes
   */
  public static LocalRegistry start(Path registryHome, Path data) {
    Path jar = runner(registryHome);
    Path log = data.resolve("registry.log");
    int port = FreePorts.find(1).get(0);
    Process process;
    try {
      Files.createDirectories(data);
      process =
          new ProcessBuilder(command(jar, data.toAbsolutePath(), port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new LocalException(
          "The local schema registry did not start: "
              + e.getMessage()
              + ". Check that "
              + data
              + " can be written and that a JVM may start another process.",
          e);
    }
    String url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    LocalRegistry registry = new LocalRegistry(process, url);
    boolean ready = false;
    try {
      registry.awaitReady(log);
      ready = true;
      return registry;
    } finally {
      if (!ready) {
        registry.close();
      }
    }
  }

  /**
   * The folder named by the system property {@value #HOME_PROPERTY}.
   *
   * @throws LocalException if the property is not set
   */
  public static Path home() {
    String home = System.getProperty(HOME_PROPERTY);
    if (home == null || home.isBlank()) {
      throw new LocalException(
          "No schema registry: set the system property "
              + HOME_PROPERTY
              + " to the folder of the unpacked Apicurio Registry, or name the address of a"
              + " running registry.");
    }
    return Path.of(home);
  }

  /** The address for clients, as {@code schema.registry.url} wants it. */
  public String url() {
    return url;
  }

  /**
   * Stops the process and waits for its end. A second call does nothing. Without a call it ends
   * with this JVM: see {@link RegistryProcess}.
   */
  @Override
  public void close() {
    stop(process);
  }

  private static Path runner(Path home) {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> noRegistry(home, null));
    } catch (IOException e) {
      throw noRegistry(home, e);
    }
  }

  private static LocalException noRegistry(Path home, @Nullable IOException cause) {
    String message =
        "No Apicurio Registry in "
            + home
            + ". Build the module \"local\", which unpacks it there, or set the system property "
            + HOME_PROPERTY
            + " to a folder that has one.";
    return cause == null ? new LocalException(message) : new LocalException(message, cause);
  }

  private static List<String> command(Path jar, Path data, int port) throws IOException {
    String mainClass;
    try (JarFile file = new JarFile(jar.toFile())) {
      mainClass = file.getManifest().getMainAttributes().getValue("Main-Class");
    }
    // The registry comes first: nothing on this class path may hide a class of its own.
    String classPath = jar.toAbsolutePath() + File.pathSeparator + ownClasses();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx400m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port,
        "-Dquarkus.datasource.jdbc.initial-size=1",
        "-Dquarkus.datasource.jdbc.min-size=1",
        "-Dquarkus.datasource.jdbc.max-size=10",
        "-DREGISTRY_DATASOURCE_URL=jdbc:h2:file:" + data.resolve("registry"),
        "-DLOG_LEVEL=WARN",
        "-DREGISTRY_LOG_LEVEL=WARN",
        "-cp",
        classPath,
        RegistryProcess.class.getName(),
        mainClass);
  }

  private static Path ownClasses() {
    CodeSource source = RegistryProcess.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new LocalException("The classes of Hearsay must lie in a folder or a jar file.", e);
    }
  }

  private void awaitReady(Path log) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/subjects"))
            .timeout(Duration.ofSeconds(10))
            .build();
    long end = System.nanoTime() + START_LIMIT.toNanos();
    long waitMillis = 50;
    try {
      while (!answers(client, request)) {
        // Waiting for the end of the process notices at once that it failed.
        if (process.waitFor(waitMillis, TimeUnit.MILLISECONDS)) {
          throw new LocalException(
              "The local schema registry ended with code "
                  + process.exitValue()
                  + ". Its log "
                  + log
                  + " ends: "
                  + tail(log));
        }
        if (System.nanoTime() > end) {
          throw new LocalException(
              "The local schema registry did not answer at "
                  + url
                  + " within "
                  + START_LIMIT.toSeconds()
                  + " s. Free some memory or processor time and start again. Its log "
                  + log
                  + " ends: "
                  + tail(log));
        }
        waitMillis = Math.min(500, waitMillis * 2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalException("The start of the local schema registry was interrupted.", e);
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Not listening yet: the caller asks again until its limit.
      return false;
    }
  }

  /** What the registry said last: of a stack trace the first cause, in one line. */
  private static String tail(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("..."))
              .toList();
      return lines.isEmpty() ? "(empty)" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      return "(the log cannot be read: " + e.getMessage() + ")";
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
