package org.hearsay.web.http;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hearsay.web.shapes.Reply;

/**
 * Something that can be asked.
 *
 * @param method GET, POST or DELETE
 * @param path with {@code {name}} for a part that differs
 * @param name what it is called in the OpenAPI document
 * @param doc what it answers, for people
 * @param parameters what may be said in the address, and in the body
 * @param reply what is answered where nothing is wrong
 * @param kept whether the answer stays the same as long as nothing is written to the store
 * @param handler answers
 */
public record Route(
    String method,
    String path,
    String name,
    String doc,
    List<Parameter> parameters,
    Reply reply,
    boolean kept,
    Handler handler) {

  /** Keeps its own copy of the list. */
  public Route {
    parameters = List.copyOf(parameters);
  }

  /** Answers. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers.
     *
     * @throws Problem when it cannot
     */
    Answer answer(Asked asked);
  }

  /** Something that is looked up. */
  public static Route get(
      String path,
      String name,
      String doc,
      List<Parameter> parameters,
      Reply reply,
      Handler handler) {
    return new Route("GET", path, name, doc, parameters, reply, true, handler);
  }

  /** Something that is asked with a body. */
  public static Route post(
      String path,
      String name,
      String doc,
      List<Parameter> parameters,
      Reply reply,
      Handler handler) {
    return new Route("POST", path, name, doc, parameters, reply, false, handler);
  }

  /**
   * Refuses what is no parameter: a misspelt one would be ignored, and the answer would be of
   * something else.
   *
   * @throws Problem where there is one
   */
  void requireKnown(Asked asked) {
    List<Parameter> known =
        parameters.stream()
            .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
            .toList();
    if (known.stream().noneMatch(Parameter::isAnyName)) {
      asked.requireKnown(known.stream().map(Parameter::name).toList());
    }
  }

  /** The same route, for what changes while the store does not. */
  public Route changing() {
    return new Route(method, path, name, doc, parameters, reply, false, handler);
  }

  /** The same route, whose handler does its work as it is told. */
  public Route within(UnaryOperator<Handler> how) {
    return new Route(method, path, name, doc, parameters, reply, kept, how.apply(handler));
  }
}
