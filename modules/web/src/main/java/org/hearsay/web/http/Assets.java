package org.hearsay.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dashboard's files, from the classpath. Safe for use by several threads. */
public final class Assets {
  private static final String FOLDER = "/org/hearsay/web/dashboard/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern HASHED = Pattern.compile(".*-[A-Z0-9]{8}\\.(js|css)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /**
   * A file.
   *
   * @param contentType what it is
   * @param bytes as it is
   * @param zipped by gzip
   * @param lasting whether its name changes whenever it does
   */
  public record Asset(String contentType, Bytes bytes, Bytes zipped, boolean lasting) {}

  /** The file of that name. */
  public Optional<Asset> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    @Nullable Asset known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    @Nullable String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (@Nullable InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      Bytes bytes = Bytes.of(in.readAllBytes());
      Asset out = new Asset(type, bytes, bytes.zipped(), HASHED.matcher(name).matches());
      read.put(name, out);
      return Optional.of(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
