package org.diogel.checker;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diogel.account.Accounts;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.springframework.stereotype.Component;

/// Takes one look from what somebody has left, in the transaction that answers: a look that is not
/// counted is not given.
@Component
class Budget {

    static final ZoneId HERE = ZoneId.of("Europe/London");

    private static final String CHECK = "check";
    private static final String SEARCH = "search";
    private static final int TIMES_USUAL = 5;
    private static final int USUAL_DAYS = 28;

    private final BudgetStore store;
    private final TopUpStore more;
    private final Accounts accounts;
    private final CheckSettings settings;
    private final Clock clock;

    Budget(
            BudgetStore store,
            TopUpStore more,
            Accounts accounts,
            CheckSettings settings,
            Clock clock) {
        this.store = store;
        this.more = more;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /// What came of asking for a look.
    sealed interface Taken {}

    /// @param left looks that are left today
    record Given(int left) implements Taken {}

    /// @param again the day on which there are looks again
    /// @param isNew whether it is because she is a new member
    record Spent(LocalDate again, boolean isNew) implements Taken {}

    /// All members together asked much more than on other days: nobody gets an answer until tomorrow.
    record Closed(LocalDate again) implements Taken {}

    LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }

    Taken takeCheck() {
        Actor.Person me = Acting.person();
        LocalDate day = today();
        BudgetStore.Row row = store.lock(me.account(), me.agency(), CHECK, day).on(day);
        boolean isNew = isNew(me, day);
        int extra = more.on(me.account(), day);
        int most = mostToday(row, isNew, extra);
        if (row.today() >= most) {
            refuse(me, CHECK, row);
            boolean monthOver = row.inMonth() >= settings.monthly() + extra;
            return new Spent(monthOver ? row.month().plusMonths(1) : day.plusDays(1), isNew);
        }
        if (store.lockDay(day) >= ceiling(day)) {
            refuse(me, CHECK, row);
            return new Closed(day.plusDays(1));
        }
        store.addToDay(day);
        take(me, CHECK, row);
        return new Given(most - row.today() - 1);
    }

    Taken takeSearch() {
        Actor.Person me = Acting.person();
        LocalDate day = today();
        BudgetStore.Row row = store.lock(me.account(), me.agency(), SEARCH, day).on(day);
        if (row.today() >= settings.searches()) {
            refuse(me, SEARCH, row);
            return new Spent(day.plusDays(1), false);
        }
        take(me, SEARCH, row);
        return new Given(settings.searches() - row.today() - 1);
    }

    /// How many looks she has left today, without taking one.
    int left() {
        Actor.Person me = Acting.person();
        LocalDate day = today();
        BudgetStore.Row row =
                store.find(me.account(), CHECK).orElse(BudgetStore.Row.none(day)).on(day);
        return Math.max(0, mostToday(row, isNew(me, day), more.on(me.account(), day)) - row.today());
    }

    /// Whether so much was asked today that nobody is answered until tomorrow.
    boolean isClosed() {
        LocalDate day = today();
        return store.on(day) >= ceiling(day);
    }

    /// @param extra what somebody gave her for today, beside what the day and the month have
    private int mostToday(BudgetStore.Row row, boolean isNew, int extra) {
        int daily = isNew ? Math.min(settings.newDaily(), settings.daily()) : settings.daily();
        int inMonth = settings.monthly() + extra - row.inMonth();
        return Math.min(daily + extra, row.today() + Math.max(0, inMonth));
    }

    private boolean isNew(Actor.Person me, LocalDate day) {
        return accounts.joined(me.account())
                .map(at -> LocalDate.ofInstant(at, HERE).plusDays(settings.newDays()))
                .map(day::isBefore)
                .orElse(true);
    }

    private long ceiling(LocalDate day) {
        return Math.max(
                settings.everybody(), TIMES_USUAL * Math.ceilDiv(store.before(day), USUAL_DAYS));
    }

    private void take(Actor.Person me, String what, BudgetStore.Row row) {
        store.put(
                me.account(),
                what,
                new BudgetStore.Row(
                        row.day(),
                        row.today() + 1,
                        row.month(),
                        row.inMonth() + 1,
                        row.refused()));
    }

    private void refuse(Actor.Person me, String what, BudgetStore.Row row) {
        store.put(
                me.account(),
                what,
                new BudgetStore.Row(
                        row.day(), row.today(), row.month(), row.inMonth(), row.refused() + 1));
    }
}
