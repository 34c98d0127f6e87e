package org.hearsay.store.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The form of the store: changes whenever a table, a column or its type does. */
public final class StoreForm {
  private static final int BYTES = 6;

  private StoreForm() {}

  /** Twelve hexadecimal digits. */
  public static String of(Tables tables) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Table table : tables.all()) {
        digest.update(table.definition().getBytes(StandardCharsets.UTF_8));
      }
      for (View view : View.all()) {
        digest.update(view.definition().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
