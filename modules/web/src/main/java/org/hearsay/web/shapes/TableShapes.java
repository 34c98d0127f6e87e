package org.hearsay.web.shapes;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hearsay.store.tables.Column;
import org.hearsay.store.tables.ColumnType;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.Tables;

/**
 * Rows of the store's tables, as answers have them: a column that holds nothing is left out, a
 * field inside of one is null.
 */
public final class TableShapes {
  private final Tables tables;

  /** Of those tables. */
  public TableShapes(Tables tables) {
    this.tables = tables;
  }

  /** A whole row of a table, under a name of its own. */
  public Shape row(String name, String table) {
    return Shape.object(name).with(columns(table, column -> true));
  }

  /** A row without some of its columns. */
  public Shape without(String name, String table, String... columns) {
    Set<String> left = Set.of(columns);
    return Shape.object(name).with(columns(table, column -> !left.contains(column)));
  }

  /**
   * Some columns of a table.
   *
   * @throws IllegalArgumentException when it has no such column
   */
  public List<Field> only(String table, String... columns) {
    Set<String> wanted = Set.of(columns);
    List<Field> out = columns(table, wanted::contains);
    if (out.size() != columns.length) {
      throw new IllegalArgumentException(table + " does not have all of " + wanted);
    }
    return out;
  }

  private List<Field> columns(String table, Predicate<String> wanted) {
    return table(table).columns().stream()
        .filter(column -> wanted.test(column.name()))
        .map(TableShapes::field)
        .toList();
  }

  private Table table(String name) {
    return tables.all().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no table " + name));
  }

  private static Field field(Column column) {
    return new Field(column.name(), shape(column.type()), !column.given(), column.doc());
  }

  private static Shape shape(ColumnType type) {
    return switch (type.kind()) {
      case TEXT -> Shape.text();
      case INTEGER, LONG -> Shape.integer();
      case DOUBLE -> Shape.number();
      case BOOLEAN -> Shape.truth();
      case TIME -> Shape.time();
      case LIST -> Shape.list(shape(type.parts().get(0)));
      case MAP -> Shape.map(shape(type.parts().get(0)));
      case RECORD ->
          Shape.object(type.name())
              .with(
                  type.parts().stream()
                      .map(part -> new Field(part.name(), shape(part), false, part.doc()))
                      .toList());
    };
  }

  private static Shape shape(ColumnType.Part part) {
    Shape out = shape(part.type());
    return part.given() ? out : out.orNull();
  }
}
