package org.hearsay.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.hearsay.store.QueryStore.ReadPartition;

/** The table that says up to where each partition was read. */
final class ReadOffsets {
  static final String TABLE = "hearsay_offsets";

  private ReadOffsets() {}

  /** Takes the place of what was known of these partitions; in the transaction that is open. */
  static void write(DuckDBConnection connection, Map<ReadPartition, Long> offsets)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM " + TABLE + " WHERE topicId = ? AND \"partition\" = ?");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?)")) {
      for (Map.Entry<ReadPartition, Long> entry : offsets.entrySet()) {
        ReadPartition source = entry.getKey();
        delete.setString(1, source.topicId());
        delete.setInt(2, source.partition());
        delete.executeUpdate();
        insert.setString(1, source.topicId());
        insert.setString(2, source.topic());
        insert.setInt(3, source.partition());
        insert.setLong(4, entry.getValue());
        insert.executeUpdate();
      }
    }
  }

  /** Up to where each partition was read: the next offset. */
  static Map<ReadPartition, Long> read(DuckDBConnection connection) {
    Map<ReadPartition, Long> out = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + TABLE)) {
      while (rows.next()) {
        out.put(
            new ReadPartition(rows.getString(1), rows.getString(2), rows.getInt(3)),
            rows.getLong(4));
      }
      return out;
    } catch (SQLException e) {
      throw Errors.of("the store cannot be read", e);
    }
  }
}
