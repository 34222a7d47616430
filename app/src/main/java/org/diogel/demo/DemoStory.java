package org.diogel.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.alert.AlertId;
import org.diogel.demo.Partnership.Somebody;
import org.diogel.demo.Partnership.Step;
import org.diogel.demo.Partnership.Told;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.report.Receipts;
import org.diogel.report.ReportId;
import org.diogel.report.Reports;
import org.diogel.report.Screening;
import org.diogel.report.ScreeningGround;
import org.diogel.report.Sender;
import org.diogel.report.Sending;
import org.diogel.report.Submission;
import org.diogel.report.Supplements;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Lives one report of the data file through: it is told, read, and whatever else became of it.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoStory {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Telling telling;
    private final Sender sender;
    private final Receipts receipts;
    private final Supplements supplements;
    private final Reports reports;
    private final DemoWarnings warnings;
    private final DemoPicture pictures;
    private final DemoGiving giving;
    private final DemoSafety safety;
    private final Clock clock;

    DemoStory(
            Telling telling,
            Sender sender,
            Receipts receipts,
            Supplements supplements,
            Reports reports,
            DemoWarnings warnings,
            DemoPicture pictures,
            DemoGiving giving,
            DemoSafety safety,
            Clock clock) {
        this.telling = telling;
        this.sender = sender;
        this.receipts = receipts;
        this.supplements = supplements;
        this.reports = reports;
        this.warnings = warnings;
        this.pictures = pictures;
        this.giving = giving;
        this.safety = safety;
        this.clock = clock;
    }

    void tell(Told told, Partnership all) {
        Ticket ticket = PastClock.at(Duration.ofHours(told.hoursAgo()), () -> send(told));
        Optional<AlertId> warning = Optional.empty();
        for (Step step : told.then()) {
            Optional<AlertId> now = warning;
            warning =
                    PastClock.at(
                            Duration.ofHours(step.hoursAgo()),
                            () -> {
                                if (step.by().equals("holder")) {
                                    asHolder(step, ticket, told);
                                    return now;
                                }
                                return act(
                                        all.person(step.by()),
                                        all,
                                        () -> asPerson(step, ticket.report(), now));
                            });
        }
    }

    private Ticket send(Told told) {
        Lang lang = Lang.ofTag(told.lang()).orElseThrow();
        Ticket ticket = telling.start(lang);
        Map<String, List<String>> answers = new HashMap<>(told.answers());
        answers.put("sharing", told.agreed());
        if (told.happenedDaysBefore() >= 0) {
            LocalDate day = LocalDate.ofInstant(clock.instant(), HERE);
            answers.put(
                    "when.date", List.of(day.minusDays(told.happenedDaysBefore()).toString()));
        }
        telling.save(ticket, lang, answers, "");
        Sending sending =
                sender.send(
                        ticket,
                        new Submission(
                                UUID.randomUUID(),
                                new HashSet<>(told.agreed()),
                                Screening.valueOf(told.child()),
                                Screening.valueOf(told.life()),
                                told.second() == null ? "" : told.second(),
                                lang));
        if (!(sending instanceof Sending.Sent)) {
            throw new IllegalStateException("The demonstration could not send " + told.key());
        }
        return ticket;
    }

    private void asHolder(Step step, Ticket ticket, Told told) {
        switch (step.what()) {
            case "stop" -> receipts.stop(ticket);
            case "add" -> receipts.add(ticket, step.said("text"));
            case "also" -> agree(step, ticket, told);
            case "picture" -> pictures.add(ticket, step);
            default -> throw unknown(step);
        }
    }

    /// That somebody she chose may have all that she added, too.
    private void agree(Step step, Ticket ticket, Told told) {
        Ticket both =
                Optional.ofNullable(told.second())
                        .flatMap(second -> receipts.prove(ticket, second))
                        .orElseThrow();
        Set<String> picks =
                supplements.list(both).stream()
                        .map(ask -> ask.pick(step.said("recipient")))
                        .collect(Collectors.toSet());
        supplements.agree(both, picks, Lang.ofTag(told.lang()).orElseThrow());
    }

    /// The warning that the next step is about.
    private Optional<AlertId> asPerson(Step step, ReportId report, Optional<AlertId> warning) {
        switch (step.what()) {
            case "open" -> reports.open(report, step.said("purpose"));
            case "message" -> reports.sendMessage(report, UUID.randomUUID(), step.said("text"));
            case "release" ->
                    reports.screen(
                            report, seen(report), ScreeningGround.NEITHER, step.said("reason"));
            case "close" -> reports.close(report, seen(report), step.said("reason"));
            case "draft" -> {
                return Optional.of(warnings.draft(report, step));
            }
            case "propose" -> {
                return Optional.of(warnings.propose(report, step));
            }
            case "correct" -> {
                return Optional.of(warnings.correct(warning.orElseThrow(), step));
            }
            case "publish" -> warnings.publish(warning.orElseThrow());
            case "withdraw" -> warnings.withdraw(warning.orElseThrow(), step);
            case "read" -> warnings.read(warning.orElseThrow());
            case "pass", "pass-added", "take", "came", "ask" -> giving.live(step, report);
            case "safety" -> safety.pass(report, step);
            default -> throw unknown(step);
        }
        return warning;
    }

    private int seen(ReportId report) {
        return reports.get(report).version();
    }

    private static <T> T act(Somebody person, Partnership all, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Acting.as(
                new Actor.Person(
                        person.id(), all.agency(person.agency()).id(), person.roles()),
                "demonstration",
                work);
    }

    private static IllegalStateException unknown(Step step) {
        return new IllegalStateException("Nobody can " + step.what());
    }
}
