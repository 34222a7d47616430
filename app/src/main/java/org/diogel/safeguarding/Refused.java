package org.diogel.safeguarding;

/// What a page would have said beside the field: the door does not rely on the page.
public final class Refused extends RuntimeException {

    private Refused() {
        super("Not to be passed like this", null, false, false);
    }

    static void check(Duties.Before before, Passed passed) {
        boolean met =
                DutyData.TESTS.contains(passed.test())
                        && (!passed.test().equals(DutyData.ADULT)
                                || DutyData.LIMBS.stream()
                                        .allMatch(l -> "yes".equals(passed.limbs().get("limb." + l))));
        boolean way =
                DutyData.route(passed.route())
                        .filter(route -> route.tests().contains(passed.test()))
                        .filter(route -> !before.barred().contains(route.recipient()))
                        .filter(route -> route.isCouncil() != passed.council().isEmpty())
                        .isPresent();
        boolean ground =
                DutyData.ground(passed.ground())
                        .filter(one -> one.tests().contains(passed.test()))
                        .filter(
                                one ->
                                        !one.id().equals(DutyData.AGREED)
                                                || !before.stopped() && passed.toldOn() != null)
                        .isPresent();
        boolean told = (passed.toldOn() == null) != (passed.lookAgain() == null);
        boolean own =
                before.offered().stream()
                        .map(org.diogel.report.Question::field)
                        .toList()
                        .containsAll(passed.fields());
        if (!met || !way || !ground || !told || !own || passed.account().isEmpty()) {
            throw new Refused();
        }
    }
}
