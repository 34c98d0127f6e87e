package org.hearsay.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks a server. */
final class Client {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  Client(WebServer server) {
    this.base = "http://127.0.0.1:" + server.port();
  }

  /** The answer, with headers: a name, then its value. */
  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to a body of JSON. */
  HttpResponse<String> post(String path, String body) {
    return send("POST", path, "application/json", body);
  }

  /** The answer to a wish that something be deleted. */
  HttpResponse<String> delete(String path) {
    return send("DELETE", path, "application/json", "");
  }

  /** The answer to a body of that type. */
  HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer as JSON. */
  JsonNode json(String path) {
    try {
      return JsonMapper.builder().build().readTree(get(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of the rows of an answer. */
  List<String> ids(String path) {
    List<String> out = new ArrayList<>();
    json(path).path("rows").forEach(row -> out.add(row.path("id").asText()));
    return out;
  }

  /** A stream of events. */
  BufferedReader listen(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new BufferedReader(
        new InputStreamReader(
            client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body(),
            StandardCharsets.UTF_8));
  }
}
