package org.diogel.subjectaccess;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diogel.kernel.Subject;
import org.jspecify.annotations.Nullable;

/// Makes the copy of what was decided. Somebody named by others gets months for times, and no list of
/// what is kept from them: both could say who told, or that anybody did.
final class PackMaker {

    static final Duration KEPT = Duration.ofDays(14);

    private final CopyRow row;
    private final Instant now;
    private final Function<UUID, String> nameOf;
    private final List<Pack.Given> given = new ArrayList<>();
    private final List<Pack.Withheld> withheld = new ArrayList<>();

    PackMaker(CopyRow row, Instant now, Function<UUID, String> nameOf) {
        this.row = row;
        this.now = now;
        this.nameOf = nameOf;
    }

    void add(Piece piece, @Nullable Instant decided) {
        if (piece.isGiven() && piece.held() != null) {
            given.add(given(piece));
        }
        UUID by = piece.decidedBy();
        String exemption = piece.exemption();
        if (by != null && exemption != null) {
            withheld.add(
                    new Pack.Withheld(
                            piece.number(),
                            piece.source(),
                            piece.whose().name(),
                            exemption,
                            piece.isGiven(),
                            nameOf.apply(by),
                            String.valueOf(decided)));
        }
    }

    Pack pack() {
        return new Pack(
                row.id().reference(),
                row.kind(),
                now.toString(),
                given,
                isByOthers() ? List.of() : withheld);
    }

    List<Pack.Withheld> allWithheld() {
        return withheld;
    }

    private Pack.Given given(Piece piece) {
        return new Pack.Given(
                isByOthers() ? given.size() + 1 : piece.number(),
                piece.source(),
                piece.whose().name(),
                at(piece),
                piece.parts().stream()
                        .map(
                                part ->
                                        new Pack.Line(
                                                part.field(),
                                                piece.struck().contains(part.number())
                                                        ? null
                                                        : part.text()))
                        .filter(line -> line.text() != null || !isByOthers())
                        .toList(),
                !piece.struck().isEmpty());
    }

    private @Nullable String at(Piece piece) {
        Instant at = piece.held() == null ? null : piece.held().at();
        if (at == null) {
            return null;
        }
        return isByOthers() && piece.source().equals(Piece.ADDED)
                ? YearMonth.from(at.atZone(Copies.LONDON)).toString()
                : at.toString();
    }

    private boolean isByOthers() {
        return row.subject().is(Subject.Kind.REQUEST);
    }
}
