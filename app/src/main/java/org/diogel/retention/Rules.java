package org.diogel.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.figures.Figure;
import org.diogel.figures.Figures;
import org.diogel.kernel.Acting;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to the rules: what is due by each, and whether it may erase.
@Service
public class Rules {

    private static final Duration SOON = Duration.ofDays(30);

    private final Clocks clocks;
    private final ExpiryStore expiries;
    private final RuleStore store;
    private final Figures figures;
    private final Audit audit;
    private final Clock clock;

    Rules(
            Clocks clocks,
            ExpiryStore expiries,
            RuleStore store,
            Figures figures,
            Audit audit,
            Clock clock) {
        this.clocks = clocks;
        this.expiries = expiries;
        this.store = store;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    /// The dry run: counts what is due, erases nothing.
    @Transactional(readOnly = true)
    public List<RuleLine> list() {
        Map<String, String> on = store.on();
        Map<String, RuleStore.Run> last = store.last();
        Instant now = clock.instant();
        return clocks.all().stream()
                .map(one -> line(one, Eraser.isOn(one, on), last.get(one.rule().code()), now))
                .toList();
    }

    /// What is due now and what comes within thirty days are counted apart: neither can be worked out
    /// from the other.
    private RuleLine line(
            Clocks.Clocked one,
            boolean on,
            RuleStore.@Nullable Run last,
            Instant now) {
        ExpiryStore.Due due = expiries.due(one.expiry(), one.before(now));
        ExpiryStore.Due later = expiries.due(one.expiry(), one.before(now.plus(SOON)));
        Figure count = figures.about(due.count());
        return new RuleLine(
                one.rule().code(),
                one.rule().version(),
                one.rule().after(),
                one.rule().isSwitched(),
                on || !one.rule().isSwitched(),
                count,
                figures.about(Math.max(0, later.count() - due.count())),
                count.hidden() ? null : due.oldest(),
                figures.about(due.held()),
                last == null ? null : last.at(),
                figures.about(last == null ? 0 : last.erased()),
                last != null && last.failed());
    }

    /// Lets a rule erase from the next night on.
    ///
    /// @param version of the rule whose dry run was on the page
    /// @throws Stale when the rule is another by now
    /// @throws NotHere when there is none that is switched
    @Transactional
    public void switchOn(String code, String version) {
        if (!find(code).rule().version().equals(version)) {
            throw new Stale();
        }
        store.switchOn(code, version, Acting.person().account());
        audit.record(AuditEntry.of("retention.switched-on", "rule", null, code));
    }

    @Transactional
    public void switchOff(String code) {
        find(code);
        store.switchOff(code);
        audit.record(AuditEntry.of("retention.switched-off", "rule", null, code));
    }

    private Clocks.Clocked find(String code) {
        return clocks.all().stream()
                .filter(one -> one.rule().code().equals(code) && one.rule().isSwitched())
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
