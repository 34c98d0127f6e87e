package org.hearsay.web.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked.
 *
 * @param path the values of the path's parameters, by name
 * @param query what stands after the question mark, by name
 * @param contentType of the body
 * @param body what was sent; empty where nothing was
 * @param caller whoever waits for the answer
 * @param origin scheme, host and port that it was asked at, for what is read elsewhere
 */
public record Asked(
    Map<String, String> path,
    Map<String, List<String>> query,
    @Nullable String contentType,
    Bytes body,
    Caller caller,
    String origin) {

  /** The value of a part of the path. */
  public String inPath(String name) {
    return path.getOrDefault(name, "");
  }

  /** The one value of a parameter. */
  public Optional<String> one(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw Problem.parameter(name, "takes one value, not " + values.size());
    }
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }

  /**
   * Refuses what is no parameter: a misspelt one would be ignored, and the answer would be of
   * something else.
   */
  public void requireKnown(Collection<String> known) {
    for (String name : query.keySet()) {
      if (!name.isEmpty() && !known.contains(name)) {
        throw Problem.parameter(
            name,
            known.isEmpty()
                ? "is not known here: there are no parameters"
                : "is not known here; known are " + String.join(", ", known));
      }
    }
  }

  /** One of a few words. */
  public String word(Parameter parameter) {
    String value = one(parameter.name()).orElse(String.valueOf(parameter.fallback()));
    if (!parameter.words().contains(value)) {
      throw Problem.parameter(
          parameter.name(), "takes " + String.join(", ", parameter.words()) + ", not " + value);
    }
    return value;
  }

  /** A whole number. */
  public int number(Parameter parameter, int least, int most) {
    String value = one(parameter.name()).orElse(String.valueOf(parameter.fallback()));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for one that is too great.
    }
    throw Problem.parameter(
        parameter.name(),
        "takes a whole number from %d to %d, not %s".formatted(least, most, value));
  }
}
