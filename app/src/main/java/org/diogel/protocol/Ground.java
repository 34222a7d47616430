package org.diogel.protocol;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ground in law that a party may name, as `grounds.csv` has it; words `protocol.ground.<code>`.
///
/// @param kind `law`, `special` or `offence`
/// @param source where it stands in the law
record Ground(String kind, String code, String source) {

    private static final List<Ground> ALL =
            Csv.lines("/protocol/grounds.csv").stream()
                    .map(cells -> new Ground(cells[0], cells[1], cells[2]))
                    .toList();

    static List<Ground> of(String kind) {
        return ALL.stream().filter(ground -> ground.kind.equals(kind)).toList();
    }

    static Optional<Ground> find(String kind, @Nullable String code) {
        return of(kind).stream().filter(ground -> ground.code.equals(code)).findFirst();
    }

    static boolean isKnown(String kind, String code) {
        return of(kind).stream().anyMatch(ground -> ground.code.equals(code));
    }
}
