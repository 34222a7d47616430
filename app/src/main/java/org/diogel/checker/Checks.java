package org.diogel.checker;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diogel.alert.AlertId;
import org.diogel.alert.Board;
import org.diogel.alert.Card;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for members who ask before a meeting. What was asked is compared by its keyed hash and
/// forgotten: no row, no record of looks and no log says what it was or whether anything was found.
@Service
public class Checks {

    /// Warnings listed at most.
    static final int LISTED = 5;

    private final EntryStore entries;
    private final Tagger tagger;
    private final Budget budget;
    private final Board board;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Checks(
            EntryStore entries,
            Tagger tagger,
            Budget budget,
            Board board,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.tagger = tagger;
        this.budget = budget;
        this.board = board;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// How many looks this member has left today.
    ///
    /// @throws NotHere for anybody else
    public int left() {
        requireMember();
        return run(budget::left);
    }

    /// Takes one look and answers, in one transaction.
    ///
    /// @param said what she says it is; empty: found out from how it is written
    /// @param mark what an earlier answer gave; the same question on the same day costs nothing again
    /// @throws NotHere for anybody but a member
    public Answer check(String typed, Optional<Kind> said, String mark) {
        requireMember();
        Optional<Asked> asked = Asked.read(typed, said);
        return asked.isEmpty() ? new Answer.Unreadable() : run(() -> look(asked.get(), mark));
    }

    private Answer look(Asked asked, String before) {
        String mark = tagger.mark(Acting.person().account(), budget.today(), asked);
        Budget.Taken taken =
                Tagger.isSame(mark, before) ? new Budget.Given(budget.left()) : budget.takeCheck();
        return switch (taken) {
            case Budget.Spent spent -> new Answer.Spent(spent.again(), spent.isNew());
            case Budget.Closed closed -> new Answer.Closed(closed.again());
            case Budget.Given given -> {
                List<Answer.Match> matches = matches(asked);
                yield new Answer.Looked(
                        asked,
                        matches.stream().limit(LISTED).toList(),
                        matches.size() > LISTED,
                        given.left(),
                        mark);
            }
        };
    }

    private List<Answer.Match> matches(Asked asked) {
        List<byte[]> tags = tagger.tags(asked);
        Map<AlertId, Map<Kind, Boolean>> found = new HashMap<>();
        for (EntryStore.Entry entry : entries.find(tags)) {
            for (int i = 0; i < asked.identifiers().size(); i++) {
                if (Arrays.equals(entry.tag(), tags.get(i))) {
                    Identifier by = asked.identifiers().get(i);
                    found.computeIfAbsent(entry.alert(), _ -> new EnumMap<>(Kind.class))
                            .merge(
                                    by.kind(),
                                    !entry.possible() && !by.possible(),
                                    Boolean::logicalOr);
                }
            }
        }
        return board.cards(found.keySet()).stream()
                .map(card -> match(card, found.getOrDefault(card.alert(), Map.of())))
                .sorted((one, other) -> Boolean.compare(other.sure(), one.sure()))
                .toList();
    }

    private static Answer.Match match(Card card, Map<Kind, Boolean> how) {
        boolean sure = how.containsValue(true);
        Set<Kind> alike = new TreeSet<>(how.keySet());
        return new Answer.Match(card, sure, sure ? Set.of() : alike);
    }

    private void requireMember() {
        if (!Acting.person().has(Role.MEMBER)) {
            audit.recordDenied(AuditEntry.of("checker.look", "checker", null));
            throw new NotHere();
        }
    }

    private <T> T run(java.util.function.Supplier<T> work) {
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new NotHere();
        }
        return result;
    }
}
