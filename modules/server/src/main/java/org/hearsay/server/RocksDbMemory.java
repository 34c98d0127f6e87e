package org.hearsay.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.HyperClockCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound on the native memory of all stores of a process, {@link #BYTES} of the stages'
 * settings. Kafka Streams makes one setter a store, and a store a segment, each with 50 MB of cache
 * and 48 MB of write buffers of its own by default: what is shared has to be static.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {
  /** The setting that says how much, in bytes. Stages that are given the same share it. */
  public static final String BYTES = "hearsay.store.memory.bytes";

  /** How much there is unless told otherwise. */
  public static final long DEFAULT_BYTES = 256L << 20;

  /** Of all memory, for what is not on disk yet. */
  private static final double WRITE_SHARE = 0.375;

  /** Entries differ in size: a filter may be as large as hundreds of blocks. */
  private static final long ANY_CHARGE = 0;

  private static final int SHARDS_BY_SIZE = -1;

  /** Keys by slots of a block's hash index, RocksDB's own choice. */
  private static final double HASH_LOAD = 0.75;

  /** Of a write buffer, for a filter of its keys. */
  private static final double WRITE_FILTER = 0.1;

  private static final Map<Long, Memory> MEMORIES = new ConcurrentHashMap<>();

  /** For Kafka Streams. */
  public RocksDbMemory() {}

  private record Memory(Cache cache, WriteBufferManager writeBuffers) {
    static Memory of(long bytes) {
      RocksDB.loadLibrary();
      // Looking a block up takes no lock and writes nothing, unlike in an LRU list; a point read
      // looks up two blocks a file.
      Cache cache = new HyperClockCache(bytes, ANY_CHARGE, SHARDS_BY_SIZE, false);
      return new Memory(cache, new WriteBufferManager((long) (bytes * WRITE_SHARE), cache));
    }
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    @Nullable Object given = settings.get(BYTES);
    long bytes = given == null ? DEFAULT_BYTES : Long.parseLong(given.toString());
    Memory memory = MEMORIES.computeIfAbsent(bytes, Memory::of);
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    // Stores are asked for keys one by one, and mostly for keys that they do not have.
    table.setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash);
    table.setDataBlockHashTableUtilRatio(HASH_LOAD);
    options.setMemtableWholeKeyFiltering(true);
    options.setMemtablePrefixBloomSizeRatio(WRITE_FILTER);
    options.setWriteBufferManager(memory.writeBuffers);
    options.setTableFormatConfig(table);
  }

  /** The cache and the buffers are every store's: they live as long as the process. */
  @Override
  public void close(String store, Options options) {}
}
