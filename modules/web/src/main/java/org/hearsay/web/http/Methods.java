package org.hearsay.web.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods each address takes: RFC 9110 wants them told to whoever tries another. */
final class Methods {
  private static final Pattern IN_PATH = Pattern.compile("\\{\\w+}");

  private final Map<String, TreeSet<String>> byPath = new LinkedHashMap<>();
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();

  /** Adds what a path takes; of GET the headers alone, too. */
  void add(String method, String path) {
    TreeSet<String> methods = byPath.computeIfAbsent(path, key -> new TreeSet<>());
    methods.add(method);
    if (method.equals("GET")) {
      methods.add("HEAD");
    }
    patterns.computeIfAbsent(
        path,
        key ->
            Pattern.compile("\\Q" + IN_PATH.matcher(key).replaceAll("\\\\E[^/]+\\\\Q") + "\\E/?"));
  }

  /** What an address takes, in order; nothing where nothing is there. */
  List<String> of(String address) {
    return byPath.entrySet().stream()
        .filter(entry -> matches(entry.getKey(), address))
        .map(Map.Entry::getValue)
        .flatMap(Collection::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private boolean matches(String path, String address) {
    Pattern pattern = patterns.get(path);
    return pattern != null && pattern.matcher(address).matches();
  }
}
