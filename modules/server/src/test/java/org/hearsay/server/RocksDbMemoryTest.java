package org.hearsay.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

class RocksDbMemoryTest {
  private static final int KEYS = 20_000;

  @TempDir Path folder;

  @Test
  void aStoreFindsWhatItHoldsInWriteBuffersAndFilesAndNothingElse() throws RocksDBException {
    Options options =
        new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
    new RocksDbMemory().setConfig("store", options, Map.of(RocksDbMemory.BYTES, "67108864"));
    try (options;
        WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
        FlushOptions flush = new FlushOptions();
        RocksDB store = RocksDB.open(options, folder.toString())) {
      for (int i = 0; i < KEYS; i++) {
        store.put(unlogged, key(i), key(-i));
      }
      assertThat(found(store)).isEqualTo(KEYS);
      store.flush(flush);
      assertThat(found(store)).isEqualTo(KEYS);
      assertThat(store.get(key(KEYS))).isNull();
      assertThat(Long.parseLong(store.getProperty("rocksdb.block-cache-capacity")))
          .isEqualTo(64L << 20);
    }
  }

  @Test
  void storesOfAProcessShareWhatTheyAreGiven() throws RocksDBException {
    try (Options one = given(64L << 20);
        Options other = given(64L << 20);
        RocksDB first = RocksDB.open(one, folder.resolve("one").toString());
        RocksDB second = RocksDB.open(other, folder.resolve("other").toString());
        FlushOptions flush = new FlushOptions()) {
      for (int i = 0; i < KEYS; i++) {
        first.put(key(i), key(-i));
      }
      first.flush(flush);
      assertThat(found(first)).isEqualTo(KEYS);
      assertThat(usage(second)).isPositive().isEqualTo(usage(first));
    }
  }

  private static Options given(long bytes) {
    Options options =
        new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
    new RocksDbMemory().setConfig("store", options, Map.of(RocksDbMemory.BYTES, bytes));
    return options;
  }

  private static long usage(RocksDB store) throws RocksDBException {
    return Long.parseLong(store.getProperty("rocksdb.block-cache-usage"));
  }

  private static int found(RocksDB store) throws RocksDBException {
    int found = 0;
    for (int i = 0; i < KEYS; i++) {
      byte[] value = store.get(key(i));
      if (value != null && new String(value, UTF_8).equals(Integer.toString(-i))) {
        found++;
      }
    }
    return found;
  }

  private static byte[] key(int of) {
    return Integer.toString(of).getBytes(UTF_8);
  }
}
