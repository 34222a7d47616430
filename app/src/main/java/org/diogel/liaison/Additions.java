package org.diogel.liaison;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.consent.Consents;
import org.diogel.consent.NotAgreed;
import org.diogel.consent.Supplement;
import org.diogel.kernel.AgencyId;
import org.diogel.report.Excerpt;
import org.diogel.report.ReportId;
import org.diogel.report.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Passes on what she added later and said may go too, to a recipient that has the first of it: a package
/// that follows. Everything here runs in the caller's transaction.
@Component
class Additions {

    private final PackageStore store;
    private final Letters letters;
    private final Ledger ledger;
    private final Receivers receivers;
    private final Reports reports;
    private final Consents consents;
    private final Clock clock;

    Additions(
            PackageStore store,
            Letters letters,
            Ledger ledger,
            Receivers receivers,
            Reports reports,
            Consents consents,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.ledger = ledger;
        this.receivers = receivers;
        this.reports = reports;
        this.consents = consents;
        this.clock = clock;
    }

    /// What waits to be passed on. @param rows every package of the report
    List<Passing.Offer> offers(ReportId report, List<PackageRow> rows) {
        List<Passing.Offer> offers = new ArrayList<>();
        for (Supplement one : consents.supplements(report.value())) {
            rows.stream()
                    .filter(base -> isBase(base, one.recipient()))
                    .filter(base -> rows.stream().noneMatch(row -> is(row, base, one.addition())))
                    .findFirst()
                    .ifPresent(
                            base ->
                                    offers.add(
                                            new Passing.Offer(
                                                    base.recipient(),
                                                    base.choice(),
                                                    one.at(),
                                                    receiver(base) == null,
                                                    Letter.of(excerpt(base, one.addition())),
                                                    null,
                                                    one.addition())));
        }
        return offers;
    }

    /// Passes one on; where that was done, it is that one.
    ///
    /// @throws NotAgreed when she did not say that it may go, the recipient has not the first of it, or
    ///     was asked to give that back
    PackageId pass(ReportId report, String recipient, UUID addition) {
        PackageRow base =
                store.ofReport(report).stream()
                        .filter(Passing::isDesks)
                        .filter(row -> isBase(row, recipient))
                        .findFirst()
                        .flatMap(row -> store.lock(row.id()))
                        .filter(row -> isBase(row, recipient))
                        .orElseThrow(NotAgreed::new);
        List<PackageRow> before = store.following(base.id());
        return before.stream()
                .filter(row -> is(row, base, addition))
                .findFirst()
                .map(PackageRow::id)
                .orElseGet(() -> begin(base, before.size() + 2, addition));
    }

    private PackageId begin(PackageRow base, int number, UUID addition) {
        Excerpt excerpt = excerpt(base, addition);
        UUID report = base.report().value();
        if (excerpt.shown().isEmpty()
                || !consents.wasShown(report, base.recipient(), excerpt.digest())) {
            throw new NotAgreed();
        }
        PackageRow row =
                base.followedBy(
                        number,
                        addition,
                        receiver(base),
                        consents.mark(report, excerpt.digest()),
                        clock.instant());
        store.insert(row);
        letters.put(row, Letter.of(excerpt));
        ledger.begun(row, consents);
        return row.id();
    }

    private Excerpt excerpt(PackageRow base, UUID addition) {
        return reports.excerpt(base.report(), base.choice(), addition);
    }

    /// Where the first is in a force's list, in that list; otherwise from hand to hand, as the first.
    private @Nullable AgencyId receiver(PackageRow base) {
        return receivers.find(base.report(), base.recipient(), base.choice())
                .filter(agency -> agency.equals(base.receiver()))
                .orElse(null);
    }

    private static boolean isBase(PackageRow row, String recipient) {
        return row.follows() == null
                && row.recipient().equals(recipient)
                && row.state() != PackageState.TAKEN_BACK
                && row.isOpenTo();
    }

    private static boolean is(PackageRow row, PackageRow base, UUID addition) {
        return base.id().equals(row.follows())
                && addition.equals(row.addition())
                && row.state() != PackageState.TAKEN_BACK;
    }
}
