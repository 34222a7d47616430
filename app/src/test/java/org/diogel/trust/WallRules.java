package org.diogel.trust;

import static org.diogel.kernel.Role.ADMINISTRATOR;
import static org.diogel.kernel.Role.ANALYST;
import static org.diogel.kernel.Role.CASEWORKER;
import static org.diogel.kernel.Role.DATA_PROTECTION_OFFICER;
import static org.diogel.kernel.Role.MEMBER;
import static org.diogel.kernel.Role.MODERATOR;
import static org.diogel.kernel.Role.POLICE_LIAISON;
import static org.diogel.kernel.Role.SAFEGUARDING_LEAD;
import static org.diogel.trust.Who.answers;
import static org.diogel.trust.Who.has;
import static org.diogel.trust.Who.hasSecond;
import static org.diogel.trust.Who.isAccount;
import static org.diogel.trust.Who.isOwn;
import static org.diogel.trust.Who.isParty;
import static org.diogel.trust.Who.isSubject;
import static org.diogel.trust.Who.isTask;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diogel.kernel.Actor;

/// Who may see which row, said a second time and in another language than the policies, so that a
/// slip in one shows. `everything` is what really lies in the tables.
record WallRules(Map<String, List<Map<String, Object>>> everything) {

    static WallRules of(Collection<String> tables) throws SQLException {
        Map<String, List<Map<String, Object>>> everything = new HashMap<>();
        for (String table : tables) {
            everything.put(table, Rows.all(table));
        }
        return new WallRules(everything);
    }

    boolean sees(Actor actor, String table, Map<String, Object> row) {
        return !KeptOutRules.isShut(this, actor, table, row) && may(actor, table, row);
    }

    private boolean may(Actor actor, String table, Map<String, Object> row) {
        return switch (table) {
            // Whose names she must know, what she may be asked, and what was approved.
            case "access.agency",
                    "access.desk",
                    "access.cover",
                    "consent.recipient", "consent.words", "consent.text_approval" ->
                    true;
            case "access.held", "retention.rule", "retention.run", "retention.hold" -> RetentionWall.sees(actor, table, row);
            case "access.grants", "access.tie", "access.tie_tag", "emergency.opening" -> EmergencyWall.sees(this, actor, table, row);
            case "access.kept_out" ->
                    isTask(actor) || isParty(actor, row.get("party")) || answers(actor) && hasGrant(actor, row.get("subject"));
            case "audit.entry" ->
                    hasSecond(actor, row.get("subject"))
                                    && !ConsentWall.isSafePlace(this, row.get("subject"))
                            || has(actor, DATA_PROTECTION_OFFICER) && isOwn(actor, row.get("agency"));
            case "audit.pending", "audit.line", "audit.tile", "audit.checkpoint" -> LedgerWall.sees(this, actor, table, row);
            case "account.account" -> knows(actor, row.get("agency_id"));
            case "account.preference" ->
                    knows(actor, find("account.account", row.get("account_id")).get("agency_id"));
            case "account.credential", "account.recovery_code" ->
                    isTask(actor, "sign-in") || isTask(actor, "set-up");
            case "account.passkey", "account.directory_identity" -> isTask(actor, "sign-in");
            case "account.invitation" ->
                    isTask(actor, "sign-in")
                            || has(actor, ADMINISTRATOR)
                            || has(actor, DATA_PROTECTION_OFFICER)
                            || has(actor, SAFEGUARDING_LEAD);
            case "consent.subject", "consent.statement", "consent.agreed", "consent.disclosure",
                    "consent.stopped" -> ConsentWall.sees(this, actor, table, row);
            case "messages.delivery" ->
                    isTask(actor)
                            || isSubject(actor, row.get("origin"))
                            || has(actor, ADMINISTRATOR)
                            || answers(actor) && isOwn(actor, row.get("agency"));
            case "messages.preference" ->
                    isTask(actor, "outbox", "alert-clock") || isAccount(actor, row.get("account"));
            case "messages.number_code" -> isTask(actor, "outbox") || isAccount(actor, row.get("account"));
            case "report.report" -> seesReport(actor, row);
            case "report.sealed" ->
                    isHolderOfDraft(actor, row.get("report"))
                            || hasSecond(actor, row.get("report"))
                            || readsReport(actor, row.get("report"));
            case "report.identifier" -> readsReport(actor, row.get("report"));
            case "report.addition" ->
                    readsReport(actor, row.get("report"))
                            || isSubject(actor, row.get("report")) && row.get("author").equals("desk")
                            || hasSecond(actor, row.get("report")) && row.get("author").equals("holder");
            case "report.correction" ->
                    readsReport(actor, row.get("report")) || hasSecond(actor, row.get("report"));
            case "report.event" ->
                    isSubject(actor, row.get("report"))
                            || actor instanceof Actor.Person
                                    && seesReport(actor, find("report.report", row.get("report")));
            case "report.gone" -> isTask(actor, "sweep");
            case "evidence.file" -> seesFile(actor, row);
            case "evidence.piece" -> readsFile(actor, find("evidence.file", row.get("file")));
            case "alert.alert" -> seesAlert(actor, row);
            case "alert.content" -> readsAlert(actor, find("alert.alert", row.get("alert")));
            case "alert.event" ->
                    isTask(actor) || followsAlert(actor, find("alert.alert", row.get("alert")));
            case "alert.approval" ->
                    has(actor, MODERATOR)
                            && isOwn(actor, find("alert.alert", row.get("alert")).get("agency"));
            case "alert.reading" ->
                    isTask(actor, "alert-clock")
                            || isAccount(actor, row.get("account"))
                            || followsAlert(actor, find("alert.alert", row.get("alert")));
            case "checker.entry" -> looksUp(actor, row);
            case "checker.budget" ->
                    isTask(actor, "checker-watch")
                            || isAccount(actor, row.get("account"))
                            || row.get("told_on") != null
                                    && (has(actor, ADMINISTRATOR)
                                            || has(actor, DATA_PROTECTION_OFFICER)
                                                    && isOwn(actor, row.get("agency")));
            case "checker.day" ->
                    isTask(actor, "checker-watch")
                            || has(actor, MEMBER)
                            || row.get("told").equals(true)
                                    && (has(actor, ADMINISTRATOR)
                                            || has(actor, DATA_PROTECTION_OFFICER));
            case "liaison.receiver" -> actor instanceof Actor.Person || isTask(actor);
            case "liaison.package" -> seesPackage(actor, row);
            case "liaison.content" -> readsPackage(actor, find("liaison.package", row.get("package")));
            case "liaison.event" -> {
                Map<String, Object> of = find("liaison.package", row.get("package"));
                yield answers(actor) && isOwn(actor, of.get("agency")) && seesPackage(actor, of);
            }
            case "liaison.outcome" -> seesPackage(actor, find("liaison.package", row.get("package")));
            case "liaison.note" ->
                    isTask(actor, "sweep")
                            || actor instanceof Actor.Person && seesPackage(actor, find("liaison.package", row.get("package")));
            case "liaison.afterword" ->
                    isTask(actor, "alert-clock", "sweep", "child-found")
                            || isSubject(actor, row.get("report"))
                            || answers(actor) && isOwn(actor, row.get("agency"));
            case "liaison.treatment" ->
                    row.get("report") == null
                            ? has(actor, MODERATOR) || has(actor, SAFEGUARDING_LEAD) || has(actor, ANALYST)
                            : isTask(actor, "sweep") || answers(actor) && hasGrant(actor, row.get("report"));
            case "liaison.answered" -> isSubject(actor, row.get("report")) || isTask(actor, "sweep");
            case "safeguarding.duty" -> seesDuty(actor, row);
            case "safeguarding.event" ->
                    !isTask(actor) && seesDuty(actor, find("safeguarding.duty", row.get("duty")));
            case "safeguarding.words" ->
                    isTask(actor, "sweep")
                            || has(actor, SAFEGUARDING_LEAD)
                                    && seesDuty(actor, find("safeguarding.duty", row.get("duty")));
            case "protocol.protocol" -> seesProtocol(actor, row);
            case "protocol.party" ->
                    seesProtocol(actor, find("protocol.protocol", row.get("protocol")));
            case "protocol.event" ->
                    has(actor, ADMINISTRATOR) || has(actor, DATA_PROTECTION_OFFICER);
            case "contest.request" ->
                    isTask(actor, "find-request", "requests", "outbox", "sweep")
                            || isSubject(actor, row.get("id"))
                            || has(actor, DATA_PROTECTION_OFFICER);
            case "contest.entry" ->
                    isSubject(actor, row.get("request")) || has(actor, DATA_PROTECTION_OFFICER);
            case "contest.question" ->
                    isTask(actor, "requests", "outbox")
                            || has(actor, DATA_PROTECTION_OFFICER)
                            || isOwn(actor, row.get("agency"))
                                    && (has(actor, MODERATOR) || has(actor, SAFEGUARDING_LEAD));
            default -> CopyRules.sees(this, actor, table, row);
        };
    }

    /// The agency a row belongs to; null for what is nobody's or everybody's.
    Object owner(String table, Map<String, Object> row) {
        if (CopyRules.owner(this, table, row) != null) {
            return CopyRules.owner(this, table, row);
        }
        if (row.get("agency_id") != null) {
            return row.get("agency_id");
        }
        if (row.get("account_id") != null) {
            return find("account.account", row.get("account_id")).get("agency_id");
        }
        if ((table.startsWith("report.") || table.startsWith("evidence.")) && row.get("report") != null) {
            return find("report.report", row.get("report")).get("agency");
        }
        if (table.startsWith("alert.") && row.get("alert") != null) {
            return find("alert.alert", row.get("alert")).get("agency");
        }
        if (table.startsWith("liaison.") && row.get("package") != null) {
            return find("liaison.package", row.get("package")).get("agency");
        }
        if (table.startsWith("safeguarding.")) {
            return find("safeguarding.duty", row.get("duty")).get("agency");
        }
        if (table.startsWith("liaison.") && row.get("report") != null) {
            return find("report.report", row.get("report")).get("agency");
        }
        if (row.get("subject") != null && !table.equals("audit.entry")) {
            return everything.get("report.report").stream().filter(report -> report.get("id").equals(row.get("subject")))
                    .map(report -> report.get("agency"))
                    .filter(Objects::nonNull).findFirst().orElse(null);
        }
        return null;
    }

    /// What was ever in force is public.
    private static boolean seesProtocol(Actor actor, Map<String, Object> protocol) {
        return !protocol.get("state").equals("DRAFT")
                || isTask(actor, "protocols")
                || has(actor, ADMINISTRATOR)
                || has(actor, DATA_PROTECTION_OFFICER);
    }

    private boolean isShared(Actor actor, Object agency, String purpose) {
        return isOwn(actor, agency)
                || Sharing.between(everything.get("access.cover"), actor, agency, purpose);
    }

    private boolean seesReport(Actor actor, Map<String, Object> report) {
        boolean draft = report.get("state").equals("DRAFT");
        if (isSubject(actor, report.get("id"))) {
            return true;
        }
        if (isTask(actor, "sweep")) {
            return !RetentionWall.isHeld(this, report.get("id"))
                    && (draft || report.get("state").equals("CLOSED") || report.get("erase_after") != null);
        }
        if (isTask(actor, "desk-news", "child-found")) {
            return !draft;
        }
        if (isTask(actor, "alarm") || isTask(actor, "outbox")) {
            return report.get("state").equals("WAITING");
        }
        return answers(actor)
                && !draft
                && isOwn(actor, report.get("agency"))
                && hasGrant(actor, report.get("id"));
    }

    /// The desk's leads; she herself once she was told, with her second secret.
    private boolean seesDuty(Actor actor, Map<String, Object> duty) {
        boolean due = duty.get("closed_at") == null || duty.get("told_on") == null;
        return isTask(actor, "sweep")
                || isTask(actor, "safeguarding-clock", "outbox") && due
                || hasSecond(actor, duty.get("report")) && duty.get("told_on") != null
                || has(actor, SAFEGUARDING_LEAD)
                        && isOwn(actor, duty.get("agency"))
                        && hasGrant(actor, duty.get("report"));
    }

    /// With the code alone only while she is still writing.
    private boolean seesFile(Actor actor, Map<String, Object> file) {
        return isHolderOfDraft(actor, file.get("report")) || hasSecond(actor, file.get("report"))
                || readsReport(actor, file.get("report"))
                || isTask(actor, "child-found") && file.get("share").equals(true)
                || isTask(actor, "scan-files") && file.get("waited").equals(true);
    }

    /// Of what may be opened, the desk; of what waits for the scanner, the scanner; she herself never.
    private boolean readsFile(Actor actor, Map<String, Object> file) {
        return readsReport(actor, file.get("report")) && file.get("state").equals("READY")
                || isTask(actor, "scan-files") && file.get("state").equals("QUARANTINED");
    }

    /// What waits for the safeguarding lead is for nobody else of the desk.
    private boolean readsReport(Actor actor, Object id) {
        Map<String, Object> report = find("report.report", id);
        return actor instanceof Actor.Person
                && seesReport(actor, report)
                && (Set.of("SENT", "CLOSED").contains(report.get("state"))
                        || has(actor, SAFEGUARDING_LEAD));
    }

    private boolean isHolderOfDraft(Actor actor, Object id) {
        return isSubject(actor, id) && find("report.report", id).get("state").equals("DRAFT");
    }

    boolean seesSubject(Actor actor, Object subject) {
        return isTask(actor)
                || isSubject(actor, subject)
                || answers(actor) && hasGrant(actor, subject);
    }

    boolean readsAgreement(Actor actor, Object subject) {
        return hasSecond(actor, subject) || answers(actor) && hasGrant(actor, subject);
    }

    private boolean looksUp(Actor actor, Map<String, Object> entry) {
        Map<String, Object> alert = find("alert.alert", entry.get("alert"));
        return isTask(actor, "alert-clock", "child-found")
                || isTask(actor, "sweep")
                || isSubject(actor, entry.get("report"))
                || has(actor, MODERATOR) && isOwn(actor, entry.get("agency"))
                || answers(actor) && isOwn(actor, entry.get("agency")) && isHeldBack(alert)
                || has(actor, MEMBER)
                        && !AlertTimes.isAhead(entry.get("shown_from"))
                        && AlertTimes.isInForce(alert)
                        && isShared(actor, entry.get("agency"), "CHECKS")
                        && isMeantFor(actor, alert);
    }

    private boolean seesAlert(Actor actor, Map<String, Object> alert) {
        return isTask(actor)
                || isSubject(actor, alert.get("report"))
                || has(actor, MODERATOR) && isOwn(actor, alert.get("agency"))
                || answers(actor) && isOwn(actor, alert.get("agency")) && isHeldBack(alert)
                || has(actor, MEMBER) && isMeantFor(actor, alert) && AlertTimes.isSeen(alert);
    }

    private boolean isHeldBack(Map<String, Object> alert) {
        return alert.get("report") != null
                && Set.of("WAITING", "HELD")
                        .contains(find("report.report", alert.get("report")).get("state"));
    }

    private boolean readsAlert(Actor actor, Map<String, Object> alert) {
        return isTask(actor, "sweep")
                || has(actor, MODERATOR)
                        && isOwn(actor, alert.get("agency"))
                        && (alert.get("report") == null || hasGrant(actor, alert.get("report")))
                || has(actor, MEMBER)
                        && isMeantFor(actor, alert)
                        && AlertTimes.isInForce(alert);
    }

    private boolean followsAlert(Actor actor, Map<String, Object> alert) {
        return isSubject(actor, alert.get("report"))
                || has(actor, MODERATOR) && isOwn(actor, alert.get("agency"));
    }

    private boolean seesPackage(Actor actor, Map<String, Object> given) {
        return isTask(actor)
                || isSubject(actor, given.get("report"))
                || answers(actor) && isOwn(actor, given.get("agency")) && hasGrant(actor, given.get("report"))
                || isOfficer(actor, given) && Set.of("SENT", "OPENED").contains(given.get("state"));
    }

    /// An officer who has opened it, until she asks for it back.
    private boolean readsPackage(Actor actor, Map<String, Object> given) {
        boolean waits =
                Set.of("WAITING", "HELD")
                        .contains(find("report.report", given.get("report")).get("state"));
        return isTask(actor, "sweep")
                || (has(actor, MODERATOR) || has(actor, CASEWORKER))
                        && !waits
                        && isOwn(actor, given.get("agency"))
                        && hasGrant(actor, given.get("report"))
                || isOfficer(actor, given)
                        && given.get("state").equals("OPENED")
                        && given.get("asked_back_at") == null;
    }

    private boolean isOfficer(Actor actor, Map<String, Object> given) {
        String purpose = given.get("choice").equals("POLICE") ? "DETAILS" : "INTELLIGENCE";
        return has(actor, POLICE_LIAISON)
                && isOwn(actor, given.get("receiver"))
                && isShared(actor, given.get("agency"), purpose);
    }

    private boolean isMeantFor(Actor actor, Map<String, Object> alert) {
        return alert.get("published_at") != null
                && isShared(actor, alert.get("agency"), "WARNINGS")
                && !Set.of("DRAFT", "PROPOSED").contains(alert.get("state"))
                && (alert.get("everyone").equals(true)
                        || actor instanceof Actor.Person person
                                && ((List<?>) alert.get("audience"))
                                        .contains(person.agency().toString()));
    }

    boolean hasGrant(Actor actor, Object subject) {
        return everything.get("access.grants").stream()
                .anyMatch(
                        grant ->
                                grant.get("subject").equals(subject)
                                        && grant.get("revoked_at") == null
                                        && !grant.get("purpose").equals("break-glass")
                                        && isParty(actor, grant.get("party")));
    }

    private boolean knows(Actor actor, Object agency) {
        return isTask(actor) || isOwn(actor, agency) || has(actor, ADMINISTRATOR);
    }

    Map<String, Object> find(String table, Object id) {
        return everything.get(table).stream()
                .filter(row -> row.get("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table + " has no " + id));
    }
}
