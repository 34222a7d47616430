package org.diogel.safeguarding;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.consent.Overriding;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.kernel.WorkingDays;
import org.diogel.report.Answers;
import org.diogel.report.Opened;
import org.diogel.report.Question;
import org.diogel.report.Questions;
import org.diogel.report.QueueItem;
import org.diogel.report.QueuePurpose;
import org.diogel.report.ReportId;
import org.diogel.report.ReportKeys;
import org.diogel.report.Reports;
import org.diogel.report.Wording;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for a desk's safeguarding leads. To anybody else nothing of it is there.
@Service
public class Duties {

    /// Of the Wales Safeguarding Procedures: an answer to an enquiry, and writing after a call.
    static final int WORKING_DAYS = 7;

    static final Duration WRITING = Duration.ofHours(24);

    /// Never part of what goes: who she is for counting, whom she chose, and what proves that a message
    /// is for her.
    private static final Set<String> NEVER = Set.of("sharing", "contact.secret");

    private final DutyStore store;
    private final Reports reports;
    private final ReportKeys keys;
    private final Consents consents;
    private final DutyWords words;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Duties(
            DutyStore store,
            Reports reports,
            ReportKeys keys,
            Consents consents,
            DutyWords words,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reports = reports;
        this.keys = keys;
        this.consents = consents;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param item the report it belongs to
    public record Listed(DutyRow row, QueueItem item) {}

    /// One with what was noted, and nothing unsealed.
    public record Standing(DutyRow row, QueueItem item, List<Came> came) {}

    /// @param note empty while nothing is unsealed
    public record Came(String what, LocalDate day, String note) {}

    /// What a lead has before her when she decides; unsealed for that.
    ///
    /// @param barred recipients that are not offered: the person who did it may work there
    /// @param professional the person who did it may work with people
    /// @param stopped she stopped all sharing: an earlier agreement is no ground
    public record Before(
            QueueItem item,
            List<Question> offered,
            Answers answers,
            Set<String> barred,
            boolean professional,
            boolean stopped,
            int number) {

        /// Says nothing of what was told.
        @Override
        public String toString() {
            return "Before[" + item.reference() + "]";
        }
    }

    /// Everything of one, unsealed.
    public record Reading(DutyRow row, QueueItem item, Kept kept, List<Came> came) {}

    /// Everything of the desk, what is due first first, then what nothing is awaited of, newest first.
    public List<Listed> list() {
        return run(
                () ->
                        store.all().stream()
                                .map(row -> new Listed(row, reports.get(row.report())))
                                .sorted(
                                        Comparator.comparing(
                                                        (Listed one) ->
                                                                one.row().next()
                                                                        .map(DutyRow.Due::by)
                                                                        .orElse(Instant.MAX))
                                                .thenComparing(
                                                        one -> one.row().passedAt(),
                                                        Comparator.reverseOrder()))
                                .toList());
    }

    /// What was passed of one report.
    ///
    /// @throws NotHere when it is not there for this lead
    public List<Listed> of(ReportId report) {
        return run(
                () -> {
                    QueueItem item = reports.get(report);
                    return store.of(report).stream().map(row -> new Listed(row, item)).toList();
                });
    }

    /// Unseals the report for deciding; that is written down as a look.
    ///
    /// @throws NotHere when it is not there for this lead
    public Before open(ReportId report) {
        return run(
                () -> {
                    Opened opened = reports.open(report, QueuePurpose.SAFEGUARDING.label());
                    return new Before(
                            opened.item(),
                            offered(opened.answers()),
                            opened.answers(),
                            reports.listBarred(report),
                            opened.answers().is("them.relation", "professional")
                                    || opened.answers().is("them.relation", "police"),
                            consents.isStopped(report.value()),
                            store.of(report).size() + 1);
                });
    }

    /// What can be ticked: every answer but those that never go.
    private static List<Question> offered(Answers answers) {
        return Questions.all().stream()
                .filter(q -> answers.has(q.field()))
                .filter(q -> !q.field().startsWith("equality.") && !NEVER.contains(q.field()))
                .toList();
    }

    /// Exactly what would go, in words.
    public static Sheet sheet(Before before, Passed passed, Texts texts) {
        Wording wording = new Wording(texts);
        List<Sheet.Line> lines =
                before.offered().stream()
                        .filter(q -> passed.fields().contains(q.field()))
                        .map(
                                q ->
                                        new Sheet.Line(
                                                wording.question(q.field()),
                                                wording.value(
                                                        q, before.answers().list(q.field()))))
                        .toList();
        return new Sheet(to(texts, passed.route(), passed.council()), passed.account(), lines);
    }

    private static String to(Texts texts, String route, String council) {
        String to = texts.t("safeguarding.route." + route);
        return council.isEmpty() ? to : texts.t("safeguarding.council." + council) + ": " + to;
    }

    /// Writes down that it was passed: the sheet, its ground, the ledger, the clocks.
    ///
    /// @param shown digest of the sheet the lead was shown
    /// @throws Stale when something else would go than was shown, or another lead was first
    /// @throws Refused when the test is not met, the way is barred or the ground is none
    public DutyId pass(ReportId report, Passed passed, byte[] shown, Texts texts) {
        DutyId id = new DutyId(passed.key());
        return run(
                () -> {
                    if (store.find(id).filter(r -> r.report().equals(report)).isPresent()) {
                        return id;
                    }
                    Before before = open(report);
                    Refused.check(before, passed);
                    Sheet sheet = sheet(before, passed, texts);
                    if (!MessageDigest.isEqual(sheet.digest(), shown)) {
                        throw new Stale();
                    }
                    DutyRow row = row(id, report, passed);
                    if (!store.insert(row)) {
                        throw new Stale();
                    }
                    Map<String, String> said = new HashMap<>(passed.said());
                    said.putAll(passed.limbs());
                    words.keep(row, new Kept(sheet, said));
                    note(row, "passed", LocalDate.ofInstant(passed.at(), DutyRow.LONDON), "");
                    consents.disclosedUnderDuty(
                            report.value(),
                            row.recipient(),
                            overriding(row, row.toldOn() == null ? passed.notTold() : null),
                            id.value(),
                            shown,
                            row.passedAt());
                    return id;
                });
    }

    private DutyRow row(DutyId id, ReportId report, Passed passed) {
        LocalDate day = LocalDate.ofInstant(passed.at(), DutyRow.LONDON);
        return new DutyRow(
                id,
                report,
                passed.number(),
                Acting.person().agency(),
                keys.of(report),
                passed.test(),
                passed.route(),
                passed.ground(),
                passed.at(),
                passed.byTelephone() ? passed.at().plus(WRITING) : null,
                null,
                WorkingDays.after(day, WORKING_DAYS),
                null,
                passed.lookAgain(),
                passed.toldOn(),
                null,
                null,
                1);
    }

    /// @throws NotHere when it is not there for this lead
    public Standing get(DutyId id) {
        return run(
                () -> {
                    DutyRow row = find(id);
                    return new Standing(row, reports.get(row.report()), came(row, false));
                });
    }

    /// Unseals what went and what was noted; written down.
    ///
    /// @throws NotHere when it is not there for this lead, or went with its report
    public Reading read(DutyId id) {
        return run(
                () -> {
                    DutyRow row = find(id);
                    Kept kept = kept(row);
                    audit.record(AuditEntry.of("safeguarding.opened", "duty", id.value()));
                    return new Reading(row, reports.get(row.report()), kept, came(row, true));
                });
    }

    /// What came of it, or what was done since.
    ///
    /// @param seen the version the lead saw
    /// @param what of `safeguarding/steps.csv`
    /// @param again when somebody looks again, for `still-not`
    /// @throws Stale when it changed since, or there is nothing left to do of that kind
    public void record(
            DutyId id, int seen, String what, LocalDate day, String note, @Nullable LocalDate again) {
        DutyData.Step step = DutyData.step(what).orElseThrow(Stale::new);
        run(
                () -> {
                    DutyRow row = find(id);
                    boolean telling = what.equals("told") || what.equals("still-not");
                    boolean done = telling ? row.toldOn() != null : !row.isOpen();
                    if (row.version() != seen || done || !store.update(row.after(step, day, again, clock.instant()))) {
                        throw new Stale();
                    }
                    note(row, what, day, note);
                    if (what.equals("told")) {
                        consents.disclosedUnderDuty(
                                row.report().value(),
                                row.recipient(),
                                overriding(row, null),
                                id.value(),
                                kept(row).sheet().digest(),
                                row.passedAt());
                    }
                    return true;
                });
    }

    private static Overriding overriding(DutyRow row, @Nullable String notTold) {
        return DutyData.ground(row.ground()).orElseThrow(Stale::new).overriding(row.test(), notTold);
    }

    private void note(DutyRow row, String what, LocalDate day, String note) {
        UUID id = UUID.randomUUID();
        store.addEvent(row.id(), new DutyStore.Event(id, what, day, clock.instant()));
        if (!note.isEmpty()) {
            words.note(row, id, note);
        }
        // Under its own id: what she is shown of who looked at her report says nothing of it.
        audit.record(
                new AuditEntry("safeguarding." + what, "duty", row.id().value(), List.of("state")));
    }

    private Kept kept(DutyRow row) {
        return words.find(row).orElseThrow(NotHere::new);
    }

    private List<Came> came(DutyRow row, boolean unsealed) {
        List<Came> all = new ArrayList<>();
        for (DutyStore.Event event : store.events(row.id())) {
            String note = unsealed ? words.text(row, event.id()) : "";
            all.add(new Came(event.what(), event.day(), note));
        }
        return all;
    }

    private DutyRow find(DutyId id) {
        return store.find(id).orElseThrow(NotHere::new);
    }

    private <T> T run(Supplier<T> work) {
        try {
            if (!(Acting.who() instanceof Actor.Person person)
                    || !person.has(Role.SAFEGUARDING_LEAD)) {
                throw new NotHere();
            }
            // The context of a transaction is signed with its purpose: opening a report may not change it.
            T result =
                    Acting.forPurpose(
                            QueuePurpose.SAFEGUARDING.label(),
                            () -> transaction.execute(_ -> work.get()));
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("safeguarding.look", "duty", null));
            throw hidden;
        }
    }
}
