package org.diogel.disclosure;

/// What takes several totals at once.
final class Reach {
    private Reach() {}

    static void narrow(Facts facts, Evidence evidence, AuditRules rules) throws Contradiction {}
}
