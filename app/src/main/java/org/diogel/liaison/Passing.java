package org.diogel.liaison;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diogel.alert.AlertRow;
import org.diogel.alert.Alerts;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Agreement;
import org.diogel.consent.Consents;
import org.diogel.consent.NotAgreed;
import org.diogel.consent.SharingChoice;
import org.diogel.evidence.DeskFiles;
import org.diogel.evidence.FileId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Crockford;
import org.diogel.kernel.Role;
import org.diogel.report.Excerpt;
import org.diogel.report.QueueItem;
import org.diogel.report.ReportId;
import org.diogel.report.ReportKeys;
import org.diogel.report.ReportState;
import org.diogel.report.Reports;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for the moderators and caseworkers of a desk: what waits to be passed on, and passing it on.
/// [HandingOver] is the door for what follows.
@Service
public class Passing {

    /// What goes by hand and by nobody's list, and what members get by another door.
    static final Set<SharingChoice> CHOICES =
            Set.of(
                    SharingChoice.WARNING,
                    SharingChoice.ANONYMOUS_INTELLIGENCE,
                    SharingChoice.POLICE);

    private static final String MEMBERS = "members";

    private final PackageStore store;
    private final WaitingStore waiting;
    private final Additions additions;
    private final Letters letters;
    private final Ledger ledger;
    private final Receivers receivers;
    private final Reports reports;
    private final ReportKeys keys;
    private final DeskFiles files;
    private final Alerts alerts;
    private final Consents consents;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Passing(
            PackageStore store,
            WaitingStore waiting,
            Additions additions,
            Letters letters,
            Ledger ledger,
            Receivers receivers,
            Reports reports,
            ReportKeys keys,
            DeskFiles files,
            Alerts alerts,
            Consents consents,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.waiting = waiting;
        this.additions = additions;
        this.letters = letters;
        this.ledger = ledger;
        this.receivers = receivers;
        this.reports = reports;
        this.keys = keys;
        this.files = files;
        this.alerts = alerts;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Something she agreed to that nobody has passed on yet.
    ///
    /// @param since when she agreed
    /// @param added whether it is something she added later
    public record Waiting(
            QueueItem item, String recipient, SharingChoice choice, Instant since, boolean added) {}

    /// What one recipient would get, exactly as she was shown it.
    ///
    /// @param byHand nobody receives it here
    /// @param warning the published warning that would go; null where none is needed or there is none
    /// @param addition what she added later, where it is that
    public record Offer(
            String recipient,
            SharingChoice choice,
            Instant since,
            boolean byHand,
            @Nullable Letter letter,
            @Nullable UUID warning,
            @Nullable UUID addition) {

        /// A warning goes only as it was published.
        public boolean lacksWarning() {
            return choice == SharingChoice.WARNING && warning == null;
        }
    }

    /// Everything about passing on one report.
    ///
    /// @param professional she says that the person works with people, as police or otherwise: the
    ///     council's way for concerns about those who do is open too. DOMAIN §4.5
    public record Sheet(
            QueueItem item, List<Offer> offers, List<Standing> packages, boolean professional) {}

    /// One page of what waits, longest first.
    public record Waitings(Leaf leaf, List<Waiting> rows) {}

    /// @param page as the address had it
    public Waitings listWaiting(@Nullable String page) {
        return run(
                () -> {
                    Leaf leaf = Leaf.of(page, waiting.count());
                    List<WaitingStore.Agreed> agreed = waiting.list(leaf.before(), Leaf.ROWS);
                    Map<ReportId, QueueItem> items =
                            reports.list(agreed.stream().map(WaitingStore.Agreed::report).toList());
                    return new Waitings(
                            leaf, agreed.stream().flatMap(a -> waiting(a, items)).toList());
                });
    }

    /// None for a report that stopped being there between two looks.
    private static Stream<Waiting> waiting(
            WaitingStore.Agreed agreed, Map<ReportId, QueueItem> items) {
        return Stream.ofNullable(items.get(agreed.report()))
                .filter(QueueItem::maySend)
                .map(agreed::of);
    }

    /// What the desk has still to hand over, look at or wait for, newest first. Of a report that waits
    /// for the safeguarding lead, only what is in somebody's hands: it has to be handed over or
    /// destroyed.
    public List<Standing> list() {
        return run(
                () ->
                        isDesk()
                                ? ledger.briefly(
                                        store.underWay(
                                                Acting.person().agency(), reports.listWaiting()))
                                : List.of());
    }

    /// One page of what was opened or handed over, newest first.
    public record Gone(Leaf leaf, List<Standing> rows) {}

    /// @param page as the address had it
    public Gone listGone(@Nullable String page) {
        return run(
                () -> {
                    if (!isDesk()) {
                        return new Gone(Leaf.of(page, 0), List.of());
                    }
                    AgencyId desk = Acting.person().agency();
                    Set<ReportId> hidden = reports.listWaiting();
                    Leaf leaf = Leaf.of(page, store.countGone(desk, hidden));
                    return new Gone(
                            leaf,
                            ledger.briefly(store.gone(desk, hidden, leaf.before(), Leaf.ROWS)));
                });
    }

    /// @throws NotHere when the report is not there for this actor, or waits for the safeguarding lead
    public Sheet open(ReportId report) {
        QueueItem item = reports.get(report);
        if (isHidden(item)) {
            throw new NotHere();
        }
        return run(
                () -> {
                    List<PackageRow> rows =
                            store.ofReport(report).stream().filter(Passing::isDesks).toList();
                    List<Offer> offers = new ArrayList<>();
                    if (item.maySend()) {
                        offers.addAll(offers(report, rows));
                        offers.addAll(additions.offers(report, rows));
                    }
                    boolean professional =
                            reports.excerpt(report, SharingChoice.WARNING).power();
                    rows.forEach(row -> store.seenByDesk(row.id()));
                    return new Sheet(
                            item,
                            offers,
                            rows.stream().map(row -> ledger.standing(row, true)).toList(),
                            professional);
                });
    }

    private List<Offer> offers(ReportId report, List<PackageRow> rows) {
        List<Offer> offers = new ArrayList<>();
        for (Agreement agreement : consents.current(report.value())) {
            boolean passed =
                    rows.stream()
                            .anyMatch(
                                    row -> isStanding(row, agreement.recipient()));
            if (!passed && isOurs(agreement)) {
                boolean warns = agreement.choice() == SharingChoice.WARNING;
                offers.add(
                        new Offer(
                                agreement.recipient(),
                                agreement.choice(),
                                agreement.at(),
                                receivers.find(report, agreement.recipient(), agreement.choice()).isEmpty(),
                                warns ? null : Letter.of(agreed(report, agreement.recipient(), agreement.choice())),
                                warns ? warning(report).orElse(null) : null,
                                null));
            }
        }
        return offers;
    }

    /// Passes it on: in the list of the force that receives it here, or to be handed over by hand.
    /// Where it was passed already, that one.
    ///
    /// @throws NotAgreed when she does not agree to this recipient, or nothing may be made of the
    ///     report, or there is no published warning to pass on
    public PackageId pass(ReportId report, String recipient) {
        try {
            return run(() -> begin(report, recipient));
        } catch (DuplicateKeyException another) {
            // Somebody was a moment faster: the index knows.
            return run(() -> standing(report, recipient).orElseThrow(Stale::new).id());
        }
    }

    /// Passes on something she added later, as the first of it was passed on.
    ///
    /// @param addition as [Offer#addition]
    /// @throws NotAgreed as [#pass], or when she did not say that this may go too
    public PackageId passAdded(ReportId report, String recipient, UUID addition) {
        return run(
                () -> {
                    requireMaySend(report, recipient);
                    return additions.pass(report, recipient, addition);
                });
    }

    private void requireMaySend(ReportId report, String recipient) {
        consents.requireStill(report.value(), recipient);
        if (!reports.maySendStill(report) || !isDesk()) {
            throw new NotAgreed();
        }
    }

    private PackageId begin(ReportId report, String recipient) {
        requireMaySend(report, recipient);
        Optional<PackageRow> before = standing(report, recipient);
        if (before.isPresent()) {
            return before.get().id();
        }
        SharingChoice choice =
                consents.current(report.value()).stream()
                        .filter(a -> a.recipient().equals(recipient) && isOurs(a))
                        .map(Agreement::choice)
                        .findFirst()
                        .orElseThrow(NotAgreed::new);
        Excerpt excerpt = agreed(report, recipient, choice);
        PackageRow row = row(report, recipient, choice, excerpt);
        store.insert(row);
        if (choice != SharingChoice.WARNING) {
            Letter letter = Letter.of(excerpt, file -> digest(report, file));
            letters.put(row, letter);
            letter.files().forEach(file -> store.addFile(row.id(), file.id()));
        }
        ledger.begun(row, consents);
        return row.id();
    }

    /// What she was shown when she agreed: what she added since is not part of it, and goes only when she
    /// agrees anew.
    private Excerpt agreed(ReportId report, String recipient, SharingChoice choice) {
        Excerpt now = reports.excerpt(report, choice);
        return IntStream.iterate(now.files().size(), n -> n >= 0, n -> n - 1)
                .mapToObj(now::withFirst)
                .filter(then -> consents.wasShown(report.value(), recipient, then.digest()))
                .findFirst()
                .orElse(now);
    }

    private String digest(ReportId report, UUID file) {
        return files.digest(report, new FileId(file)).map(HexFormat.of()::formatHex).orElse("");
    }

    private PackageRow row(
            ReportId report, String recipient, SharingChoice choice, Excerpt excerpt) {
        return PackageRow.begin(
                Crockford.random(4) + "-" + Crockford.random(4),
                report,
                Acting.person().agency(),
                recipient,
                choice,
                receiver(report, recipient, choice).orElse(null),
                keys.of(report),
                Letter.of(excerpt),
                choice == SharingChoice.WARNING
                        ? warning(report).orElseThrow(NotAgreed::new)
                        : null,
                consents.mark(report.value(), excerpt.digest()),
                clock.instant());
    }

    /// The force that receives it here. Where the person works for it under whatever name, it goes to
    /// nobody's list: the desk decides who gets it from hand to hand. DOMAIN §4.4.
    private Optional<AgencyId> receiver(ReportId report, String recipient, SharingChoice choice) {
        Set<String> barred = reports.listBarred(report);
        if (barred.contains(recipient)) {
            throw new NotAgreed();
        }
        Map<String, AgencyId> all = receivers.list();
        return receivers.find(report, recipient, choice)
                .filter(agency -> barred.stream().noneMatch(b -> agency.equals(all.get(b))));
    }

    private Optional<PackageRow> standing(ReportId report, String recipient) {
        return store.ofReport(report).stream()
                .filter(Passing::isDesks)
                .filter(row -> isStanding(row, recipient))
                .findFirst();
    }

    private static boolean isStanding(PackageRow row, String recipient) {
        return row.recipient().equals(recipient)
                && row.follows() == null
                && row.state() != PackageState.TAKEN_BACK;
    }

    /// The warning of this report that is in force; for moderators, who alone know of warnings.
    private Optional<UUID> warning(ReportId report) {
        return alerts.listOf(report).stream()
                .filter(row -> row.isInForce(clock.instant()))
                .map(AlertRow::id)
                .map(id -> id.value())
                .findFirst();
    }

    static boolean isDesks(PackageRow row) {
        return isDesk() && row.agency().equals(Acting.person().agency());
    }

    private static boolean isHidden(QueueItem item) {
        return item.state() == ReportState.WAITING || item.state() == ReportState.HELD;
    }

    private static boolean isDesk() {
        Actor.Person me = Acting.person();
        return me.has(Role.MODERATOR) || me.has(Role.CASEWORKER);
    }

    private static boolean isOurs(Agreement agreement) {
        return CHOICES.contains(agreement.choice()) && !agreement.recipient().equals(MEMBERS);
    }

    private <T> T run(Supplier<T> work) {
        try {
            T result = transaction.execute(_ -> work.get());
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("liaison.look", "package", null));
            throw hidden;
        }
    }
}
