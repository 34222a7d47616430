package org.diogel.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diogel.kernel.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/// Makes a piece of what is held of a row: every column by its name, but for three. `at` is when it came
/// to be; `whose` says another owner than usual; `known` whether the subject knows it already. Empty
/// columns are left out, and bytes never read.
public final class HeldRow implements RowMapper<Held> {

    private static final String AT = "at";
    private static final String WHOSE = "whose";
    private static final String KNOWN = "known";

    private final String table;
    private final Held.Whose usual;

    private HeldRow(String table, Held.Whose usual) {
        this.table = table;
        this.usual = usual;
    }

    public static HeldRow hers(String table) {
        return new HeldRow(table, Held.Whose.HERS);
    }

    public static HeldRow workers(String table) {
        return new HeldRow(table, Held.Whose.WORKERS);
    }

    @Override
    public Held mapRow(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<Held.Line> lines = new ArrayList<>();
        Instant at = null;
        Held.Whose whose = usual;
        boolean known = false;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            switch (name) {
                case AT -> at = time(row, i);
                case WHOSE -> whose = Held.Whose.valueOf(row.getString(i));
                case KNOWN -> known = row.getBoolean(i);
                default -> {
                    List<String> values = values(row, i);
                    if (!values.isEmpty()) {
                        lines.add(new Held.Line(name, values));
                    }
                }
            }
        }
        return new Held(table, whose, known, at, lines);
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> values(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return switch (value) {
            case null -> List.of();
            case byte[] _ -> List.of();
            case Array array ->
                    Arrays.stream((Object[]) array.getArray())
                            .filter(Objects::nonNull)
                            .map(Object::toString)
                            .toList();
            case java.sql.Timestamp time -> List.of(time.toInstant().toString());
            default -> List.of(value.toString());
        };
    }
}
