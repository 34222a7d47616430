package org.diogel.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.subjectaccess.Copies;
import org.diogel.subjectaccess.CopyRow;
import org.diogel.subjectaccess.NotesAsked;
import org.diogel.subjectaccess.OwnCopies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// A copy that somebody of the demonstration asked for, gathered and not decided yet, and notes that a
/// force asked for.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoCopies {

    private static final Duration ASKED = Duration.ofDays(4);
    private static final int BEFORE = 2;
    private static final String PURPOSE = "demonstration";

    private final OwnCopies own;
    private final Copies copies;
    private final NotesAsked notes;
    private final Clock clock;

    DemoCopies(OwnCopies own, Copies copies, NotesAsked notes, Clock clock) {
        this.own = own;
        this.copies = copies;
        this.notes = notes;
        this.clock = clock;
    }

    void ask(Actor worker, Actor officer) {
        PastClock.at(
                ASKED,
                () -> {
                    OwnCopies.Mine mine =
                            Acting.as(
                                    worker,
                                    PURPOSE,
                                    () -> {
                                        own.ask(Lang.EN);
                                        return own.mine();
                                    });
                    CopyRow row = mine.row();
                    if (row != null) {
                        Acting.as(officer, PURPOSE, () -> copies.gather(row.id(), row.version()));
                    }
                    return true;
                });
        LocalDate received = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        Acting.as(
                officer,
                PURPOSE,
                () ->
                        notes.write(
                                "police",
                                "victim-information",
                                received.minusDays(BEFORE),
                                null,
                                Map.of(
                                        "asker", "A made-up detective constable, Made-up Police",
                                        "exact", "All notes of the project about one person, without a time.")));
    }
}
