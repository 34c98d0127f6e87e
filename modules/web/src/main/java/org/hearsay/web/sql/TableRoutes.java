package org.hearsay.web.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.figures.Figures;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.View;
import org.hearsay.web.api.Asker;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;

/** Which tables and columns there are, and what they hold. */
public final class TableRoutes {
  private final Asker asker;

  /** Over that store. */
  public TableRoutes(Asker asker) {
    this.asker = asker;
  }

  /** The route. */
  public List<Route> all() {
    return List.of(
        Route.get(
            "/api/tables",
            "tables",
            "The tables that statements are about, with their columns and what they hold.",
            List.of(),
            Reply.of(shape()),
            this::tables));
  }

  private static Shape shape() {
    Shape column =
        Shape.object()
            .with("name", Shape.text(), "")
            .with("type", Shape.text(), "In SQL.")
            .with("doc", Shape.text(), "What it holds.");
    Shape table =
        Shape.object()
            .with("name", Shape.text(), "")
            .with("doc", Shape.text(), "What a row is.")
            .with("columns", Shape.list(column), "In order; none of a function.");
    return Shape.object("Tables").with("tables", Shape.list(table), "Tables, then views.");
  }

  private Answer tables(Asked asked) {
    Map<String, List<Map<String, Object>>> columns = new HashMap<>();
    for (Map<String, Object> row : asker.rows(Figures.COLUMNS)) {
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("name", row.getOrDefault("column_name", ""));
      column.put("type", row.getOrDefault("data_type", ""));
      column.put("doc", row.getOrDefault("comment", ""));
      columns
          .computeIfAbsent(String.valueOf(row.get("table_name")), table -> new ArrayList<>())
          .add(column);
    }
    List<Map<String, Object>> out = new ArrayList<>();
    for (Table table : asker.store().tables().all()) {
      out.add(told(table.name(), table.doc(), columns));
    }
    for (View view : View.all()) {
      out.add(told(view.name(), view.doc(), columns));
    }
    return Answer.json(Map.of("tables", out));
  }

  private static Map<String, Object> told(
      String name, String doc, Map<String, List<Map<String, Object>>> columns) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", name);
    out.put("doc", doc);
    out.put("columns", columns.getOrDefault(name, List.of()));
    return out;
  }
}
