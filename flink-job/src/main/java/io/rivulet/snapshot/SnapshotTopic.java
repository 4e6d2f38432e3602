package io.rivulet.snapshot;

import io.rivulet.domain.RawRecord;
import java.util.List;

/** The topic as a sequence of records, those of transactions that were committed. */
public interface SnapshotTopic {
  /** Offset behind the last record. */
  long end();

  /** Goes to the first record at the offset or behind it. */
  void seek(long offset);

  /** Offset of the next record to come, or an offset before it. */
  long position();

  /** The next records in their order; waits a little if there are none, and returns without. */
  List<RawRecord> poll();
}
