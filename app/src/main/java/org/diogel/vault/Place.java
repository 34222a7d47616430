package org.diogel.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Where a sealed value belongs. It is bound into the seal, so a value moved to another table, row
/// or field no longer opens.
///
/// @param table schema and table, e.g. `report.report`
/// @param row the row's id
/// @param field the column
public record Place(String table, UUID row, String field) {

    /// Unambiguous bytes: each text carries its length.
    byte[] bytes() {
        byte[] t = table.getBytes(StandardCharsets.UTF_8);
        byte[] f = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + t.length + 16 + 4 + f.length)
                .putInt(t.length)
                .put(t)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .putInt(f.length)
                .put(f)
                .array();
    }
}
