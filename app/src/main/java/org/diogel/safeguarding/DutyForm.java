package org.diogel.safeguarding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.SafeText;
import org.diogel.report.Question;
import org.diogel.web.Form;
import org.jspecify.annotations.Nullable;

/// What a lead answers, in the order of the page, and what has to be mended.
final class DutyForm {

    /// Characters.
    static final int LONGEST = 4_000;

    private static final Set<String> WORDS =
            Set.of(
                    "limb.harm.why",
                    "limb.needs.why",
                    "limb.protect.why",
                    "agreed.how",
                    "reason",
                    "told.how",
                    "why",
                    "why.more",
                    "how",
                    "taker");

    private final Duties.Before before;
    private final Instant now;
    private Form form;

    private DutyForm(Duties.Before before, Instant now, Form typed) {
        this.before = before;
        this.now = now;
        this.form = typed;
    }

    static Form checked(Duties.Before before, Form typed, Instant now) {
        DutyForm check = new DutyForm(before, now, typed);
        check.test();
        check.route();
        check.ground();
        check.telling();
        check.content();
        check.how();
        return check.form;
    }

    /// Whether a limb is not met, so that it is not this test.
    static boolean isNotMet(Form form) {
        return form.text("test").equals(DutyData.ADULT)
                && DutyData.LIMBS.stream()
                        .map(limb -> form.text("limb." + limb))
                        .anyMatch(answer -> answer.equals("no") || answer.equals("unknown"));
    }

    private void test() {
        one("test", DutyData.TESTS);
        if (form.text("test").equals(DutyData.ADULT)) {
            for (String limb : DutyData.LIMBS) {
                one("limb." + limb, DutyData.ANSWERS);
                words("limb." + limb + ".why");
            }
            if (isNotMet(form)) {
                form = form.withError("test", "safeguarding.error.notmet");
            }
        }
    }

    private void route() {
        DutyData.Route route = DutyData.route(form.text("route")).orElse(null);
        if (route == null) {
            form = form.withError("route", "safeguarding.error.route");
        } else if (before.barred().contains(route.recipient())) {
            form = form.withError("route", "safeguarding.error.barred");
        } else if (DutyData.TESTS.contains(form.text("test"))
                && !route.tests().contains(form.text("test"))) {
            form = form.withError("route", "safeguarding.error.fits");
        } else if (route.isCouncil()) {
            one("council", DutyData.COUNCILS);
        }
    }

    private void ground() {
        DutyData.Ground ground = DutyData.ground(form.text("ground")).orElse(null);
        boolean agreed = ground != null && ground.id().equals(DutyData.AGREED);
        if (ground == null) {
            form = form.withError("ground", "safeguarding.error.ground");
        } else if (DutyData.TESTS.contains(form.text("test"))
                && !ground.tests().contains(form.text("test"))) {
            form = form.withError("ground", "safeguarding.error.fits");
        } else if (agreed && before.stopped()) {
            form = form.withError("ground", "safeguarding.error.stopped");
        }
        if (agreed) {
            words("agreed.how");
        }
        words("reason");
    }

    private void telling() {
        one("telling", DutyData.TELLING);
        String telling = form.text("telling");
        if (form.text("ground").equals(DutyData.AGREED) && !telling.equals("told")) {
            form = form.withError("telling", "safeguarding.error.agreed");
        }
        LocalDate day = day(form, "tell");
        LocalDate today = LocalDate.ofInstant(now, DutyRow.LONDON);
        if (telling.equals("told")) {
            words("told.how");
            if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(1))) {
                form = form.withError("tell-day", "safeguarding.error.past");
            }
        } else if (DutyData.TELLING.contains(telling)) {
            if (day == null || !day.isAfter(today) || day.isAfter(today.plusMonths(3))) {
                form = form.withError("tell-day", "safeguarding.error.future");
            }
        }
        if (telling.equals("not")) {
            one("why", DutyData.WHY_NOT);
            words("why.more");
        }
    }

    private void content() {
        Set<String> known =
                before.offered().stream()
                        .map(Question::field)
                        .collect(java.util.stream.Collectors.toSet());
        if (!known.containsAll(form.all("field"))) {
            form = form.withError("field", "safeguarding.error.choose");
        }
        words("account");
    }

    private void how() {
        one("how", DutyData.HOW);
        words("taker");
        Instant at = at(form);
        if (at == null || at.isAfter(now) || at.isBefore(now.minus(java.time.Duration.ofDays(31)))) {
            form = form.withError("at-day", "safeguarding.error.at");
        }
    }

    private void one(String name, List<String> of) {
        if (!of.contains(form.text(name))) {
            form = form.withError(name, "safeguarding.error.choose");
        }
    }

    private void words(String name) {
        int length = SafeText.length(SafeText.clean(form.text(name)));
        if (length == 0 || length > LONGEST) {
            form = form.withError(name, "safeguarding.error.words", "most", LONGEST);
        }
    }

    static Passed read(Form checked, UUID key, int number) {
        boolean told = checked.text("telling").equals("told");
        LocalDate tell = day(checked, "tell");
        Instant at = at(checked);
        if (tell == null || at == null) {
            throw new IllegalStateException("It was checked");
        }
        Map<String, String> limbs = new HashMap<>();
        if (checked.text("test").equals(DutyData.ADULT)) {
            DutyData.LIMBS.forEach(l -> limbs.put("limb." + l, checked.text("limb." + l)));
        }
        Map<String, String> said = new HashMap<>();
        for (String name : WORDS) {
            String text = SafeText.clean(checked.text(name));
            if (!text.isEmpty()) {
                said.put(name, text);
            }
        }
        boolean council =
                DutyData.route(checked.text("route")).filter(DutyData.Route::isCouncil).isPresent();
        return new Passed(
                key,
                number,
                checked.text("test"),
                limbs,
                checked.text("route"),
                council ? checked.text("council") : "",
                checked.text("ground"),
                told ? tell : null,
                told ? null : tell,
                checked.text("how").equals("telephone"),
                at,
                List.copyOf(checked.all("field")),
                SafeText.clean(checked.text("account")),
                said);
    }

    static int number(Form form, String name) {
        try {
            return Integer.parseInt(form.text(name));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static @Nullable Instant at(Form form) {
        LocalDate day = day(form, "at");
        try {
            return day == null
                    ? null
                    : day.atTime(LocalTime.parse(form.text("time")))
                            .atZone(DutyRow.LONDON)
                            .toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    /// Null for what is no day.
    static @Nullable LocalDate day(Form form, String name) {
        try {
            return LocalDate.of(
                    Integer.parseInt(form.text(name + "-year")),
                    Integer.parseInt(form.text(name + "-month")),
                    Integer.parseInt(form.text(name + "-day")));
        } catch (NumberFormatException | DateTimeException none) {
            return null;
        }
    }
}
