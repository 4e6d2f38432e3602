package io.rivulet.serialization;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;

/** Remembers, beside state, which format in which version wrote it. */
public final class RecordSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
  private static final int SNAPSHOT_VERSION = 1;

  private RecordFormat<T> format;
  private int writtenVersion;

  /** For Flink, which then calls {@link #readSnapshot}. */
  public RecordSerializerSnapshot() {}

  RecordSerializerSnapshot(RecordFormat<T> format, int writtenVersion) {
    this.format = format;
    this.writtenVersion = writtenVersion;
  }

  @Override
  public int getCurrentVersion() {
    return SNAPSHOT_VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(format.getClass().getName());
    out.writeInt(writtenVersion);
  }

  @Override
  @SuppressWarnings("unchecked") // the snapshot was written by a format of the same T
  public void readSnapshot(int snapshotVersion, DataInputView in, ClassLoader loader)
      throws IOException {
    String name = in.readUTF();
    writtenVersion = in.readInt();
    try {
      Class<?> type = Class.forName(name, false, loader);
      format = (RecordFormat<T>) InstantiationUtil.instantiate(type);
    } catch (ClassNotFoundException e) {
      throw new IOException("State was written by the format " + name + ", which is gone", e);
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new RecordSerializer<>(format, writtenVersion);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> oldSnapshot) {
    if (!(oldSnapshot instanceof RecordSerializerSnapshot<T> old)
        || old.format.getClass() != format.getClass()
        || old.writtenVersion > format.version()) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return old.writtenVersion == format.version()
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
