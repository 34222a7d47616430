package org.diogel.contest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for data protection officers, who answer, and for projects they ask something.
@Service
public class Officers {

    private final RequestStore store;
    private final QuestionStore questions;
    private final Words words;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Officers(
            RequestStore store,
            QuestionStore questions,
            Words words,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.questions = questions;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Everything an officer sees of a request.
    ///
    /// @param said oldest first
    /// @param answers those that can be given now
    public record File(
            RequestRow row,
            Asked asked,
            List<Requests.Said> said,
            List<Question> questions,
            List<RequestAnswer> answers) {}

    /// @param answer empty while there is none
    public record Question(
            UUID id, AgencyId agency, Instant askedAt, String words, boolean answered, String answer) {
        @Override
        public String toString() {
            return "Question[" + id + "]";
        }
    }

    List<RequestRow> list() {
        return run(Role.DATA_PROTECTION_OFFICER, store::list);
    }

    LocalDate today() {
        return clock.instant().atZone(Requests.LONDON).toLocalDate();
    }

    /// Opens what was written; the look is written down.
    ///
    /// @throws NotHere when it is not there for this actor
    File open(RequestId id) {
        return run(
                Role.DATA_PROTECTION_OFFICER,
                () -> {
                    RequestRow row = store.find(id).orElseThrow(NotHere::new);
                    audit.record(AuditEntry.of("contest.opened", "request", id.value(), "words"));
                    store.markRead(id);
                    return new File(
                            row,
                            words.open(row.key(), id, row.kind(), store.bytes(id)),
                            Requests.said(row, store.entries(id), words),
                            questions.about(id).stream().map(this::question).toList(),
                            RequestAnswer.in(row.state(), row.extended()));
                });
    }

    /// Answers with one of the answers there are.
    ///
    /// @param version of the page that was read
    /// @throws Stale when something was added or answered since
    void answer(RequestId id, int version, RequestAnswer answer) {
        run(
                Role.DATA_PROTECTION_OFFICER,
                () -> {
                    RequestRow row = store.find(id).orElseThrow(NotHere::new);
                    boolean now = RequestAnswer.in(row.state(), row.extended()).contains(answer);
                    boolean extended =
                            row.extended() || answer.clock() == RequestAnswer.Clock.EXTEND;
                    LocalDate from =
                            answer.clock() == RequestAnswer.Clock.START ? today() : row.countsFrom();
                    if (row.version() != version
                            || !now
                            || !store.move(row, answer, from, extended, clock.instant())) {
                        throw new Stale();
                    }
                    store.add(
                            id,
                            new RequestStore.Entry(
                                    UUID.randomUUID(),
                                    clock.instant(),
                                    answer.name(),
                                    Acting.person().account().value(),
                                    null));
                    audit.record(
                            AuditEntry.of("contest.answered", "request", id.value(), answer.name()));
                    return true;
                });
    }

    /// Asks a project; it sees this question and nothing of the request.
    void ask(RequestId id, AgencyId agency, String text) {
        run(
                Role.DATA_PROTECTION_OFFICER,
                () -> {
                    RequestRow row = store.find(id).orElseThrow(NotHere::new);
                    UUID question = UUID.randomUUID();
                    questions.insert(
                            new QuestionStore.Row(
                                    question,
                                    id,
                                    agency,
                                    row.key(),
                                    clock.instant(),
                                    words.seal(row.key(), "contest.question", question, "bytes", text),
                                    null,
                                    null),
                            Acting.person().account());
                    audit.record(AuditEntry.of("contest.asked", "request", id.value(), "question"));
                    return true;
                });
    }

    /// Questions to the actor's own project, what waits first.
    List<Question> asked() {
        return desk(
                () -> {
                    List<Question> all =
                            questions.to(Acting.person().agency()).stream().map(this::question).toList();
                    audit.record(AuditEntry.of("contest.questions", "question", null));
                    return all;
                });
    }

    /// @throws NotHere when it is not there for this actor
    /// @throws Stale when somebody answered first
    void reply(UUID id, String text) {
        desk(
                () -> {
                    QuestionStore.Row row = questions.find(id).orElseThrow(NotHere::new);
                    byte[] sealed = words.seal(row.key(), "contest.question", id, "answer", text);
                    if (!questions.answer(id, Acting.person().account(), clock.instant(), sealed)) {
                        throw new Stale();
                    }
                    audit.record(AuditEntry.of("contest.replied", "question", id));
                    return true;
                });
    }

    private Question question(QuestionStore.Row row) {
        byte[] answer = row.answer();
        return new Question(
                row.id(),
                row.agency(),
                row.askedAt(),
                words.open(row.key(), "contest.question", row.id(), "bytes", row.bytes()),
                answer != null,
                answer == null
                        ? ""
                        : words.open(row.key(), "contest.question", row.id(), "answer", answer));
    }

    private <T> T desk(Supplier<T> work) {
        Actor.Person me = Acting.person();
        return run(me.has(Role.MODERATOR) ? Role.MODERATOR : Role.SAFEGUARDING_LEAD, work);
    }

    private <T> T run(Role role, Supplier<T> work) {
        try {
            T result =
                    transaction.execute(
                            _ -> {
                                if (!Acting.person().has(role)) {
                                    throw new NotHere();
                                }
                                return work.get();
                            });
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("contest.look", "request", null));
            throw hidden;
        }
    }
}
