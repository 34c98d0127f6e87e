package org.hearsay.server;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound on the native memory of all stores of a process. Kafka Streams makes one setter a
 * store, and a store a segment, each with 50 MB of cache and 48 MB of write buffers of its own by
 * default: what is shared has to be static.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {
  private static final long TOTAL_BYTES = 256L << 20;
  private static final long WRITE_BYTES = 96L << 20;
  private static final Cache CACHE = cache();
  private static final WriteBufferManager WRITE_BUFFERS =
      new WriteBufferManager(WRITE_BYTES, CACHE);

  /** For Kafka Streams. */
  public RocksDbMemory() {}

  private static Cache cache() {
    RocksDB.loadLibrary();
    return new LRUCache(TOTAL_BYTES, -1, false, 0.1);
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setTableFormatConfig(table);
  }

  /** The cache and the buffers are every store's: they live as long as the process. */
  @Override
  public void close(String store, Options options) {}
}
