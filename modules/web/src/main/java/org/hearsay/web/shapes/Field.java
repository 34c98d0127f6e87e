package org.hearsay.web.shapes;

/**
 * A field of an object.
 *
 * @param name as it is answered
 * @param shape what it holds
 * @param optional whether an answer may leave it out
 * @param doc what it holds, for people; empty where the name says it
 */
public record Field(String name, Shape shape, boolean optional, String doc) {
  /** The same, which an answer may leave out. */
  Field orAbsent() {
    return new Field(name, shape, true, doc);
  }
}
