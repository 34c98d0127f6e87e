package org.hearsay.store.tables;

import java.time.Instant;
import org.apache.avro.generic.IndexedRecord;

/**
 * What a row is made of.
 *
 * @param record the record of the topic
 * @param item the record in one of its lists that the row is about, or the record itself
 * @param position the item's place in the list, from 0
 * @param written with what it is written
 */
public record Source(IndexedRecord record, IndexedRecord item, int position, Written written) {
  /**
   * What holds of a whole record.
   *
   * @param recordedAt its time in the topic
   * @param commit the number of the transaction that writes it
   * @param firstCommit that of the one that wrote the first record of its key
   */
  public record Written(Instant recordedAt, long commit, long firstCommit) {}
}
