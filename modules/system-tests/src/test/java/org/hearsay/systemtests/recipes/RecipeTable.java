package org.hearsay.systemtests.recipes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table or stream that a file of SQL makes with its columns.
 *
 * @param topic the topic that its rows come from, as the statement says, else as the remark above
 *     it begins
 * @param columns the types of its columns as they are written, by name; without those that Kafka
 *     gives
 */
record RecipeTable(String name, String topic, Map<String, String> columns) {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?ms)(?:^-- ([a-z.-]+)[^\\n]*\\n)?^CREATE (?:TABLE|STREAM) (\\w+) \\(\\n(.*?)^\\)(.*?);$");
  private static final Pattern TOPIC =
      Pattern.compile("(?i)(?:'topic'|kafka_topic|kafka_topic_list) = '([^']+)'");
  private static final Pattern COLUMN =
      Pattern.compile("(?s)[`\"]?(\\w+)[`\"]?\\s+(.*?)(?: NOT NULL| PRIMARY KEY| KEY)*");

  /** The tables of a file, in its order. */
  static List<RecipeTable> of(String sql) {
    List<RecipeTable> out = new ArrayList<>();
    Matcher statement = STATEMENT.matcher(sql);
    while (statement.find()) {
      Matcher topic = TOPIC.matcher(statement.group(4));
      String named = topic.find() ? topic.group(1) : String.valueOf(statement.group(1));
      out.add(new RecipeTable(statement.group(2), named, columns(statement.group(3))));
    }
    return out;
  }

  private static Map<String, String> columns(String list) {
    StringBuilder ours = new StringBuilder();
    for (String line : list.split("\n", -1)) {
      if (!line.contains("METADATA FROM") && !line.endsWith("-- from Kafka")) {
        ours.append(line.replaceFirst("\\s--.*", "")).append('\n');
      }
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (String part : ColumnTypes.parts(ours.toString())) {
      Matcher column = COLUMN.matcher(part);
      if (!part.isEmpty() && !part.startsWith("PRIMARY KEY") && column.matches()) {
        columns.put(column.group(1), column.group(2));
      }
    }
    return columns;
  }
}
