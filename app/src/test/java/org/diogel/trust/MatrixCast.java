package org.diogel.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.account.Ways;
import org.diogel.account.Ways.Way;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.report.Ticket;
import org.diogel.trust.MatrixWorld.Relation;

/// Everybody of the matrix: every role of every standing by every way of signing in, whoever's session
/// no longer counts, whoever holds a code, and whoever is a stranger.
final class MatrixCast {

    private final MatrixWorld world;
    private final Ways ways;
    private final boolean deep;
    final List<MatrixVisitor> all = new ArrayList<>();

    MatrixCast(MatrixWorld world, Ways ways, boolean deep) {
        this.world = world;
        this.ways = ways;
        this.deep = deep;
    }

    MatrixCast everybody() throws Exception {
        all.add(new MatrixVisitor("a stranger", ways.here(), Relation.NONE, null, null, Way.PASSWORD));
        for (Relation relation : Relation.values()) {
            for (Role role : Role.values()) {
                for (Way way : Way.values()) {
                    if (isWanted(relation, role, way)) {
                        Somebody who = world.somebody(relation, role);
                        all.add(person(who, relation, role, way));
                    }
                }
            }
        }
        for (Role role : deep ? List.of(Role.values()) : List.of(Role.MODERATOR, Role.ADMINISTRATOR)) {
            ended(role);
        }
        holder("holder A by code", world.own, "sent", false);
        holder("holder A by both", world.own, "sent", true);
        holder("holder A writing", world.own, "draft", false);
        holder("holder B by both", world.partner, "sent", true);
        holder("holder B by code", world.partner, "given", false);
        return this;
    }

    /// All of them in the long form; otherwise each way for one role, and every role by password.
    private boolean isWanted(Relation relation, Role role, Way way) {
        if (way == Way.DIRECTORY && relation != Relation.OWN && relation != Relation.PARTNER) {
            return false;
        }
        if (deep) {
            return way == Way.PASSWORD
                    || way == Way.PASSKEY
                    || relation == Relation.OWN
                    || relation == Relation.PARTNER;
        }
        boolean reads = Set.of(Role.MODERATOR, Role.CASEWORKER, Role.SAFEGUARDING_LEAD, Role.POLICE_LIAISON, Role.MEMBER).contains(role);
        return way == Way.PASSWORD && (relation == Relation.OWN || reads)
                || relation == Relation.OWN && role == Role.SAFEGUARDING_LEAD;
    }

    private MatrixVisitor person(Somebody who, Relation relation, Role role, Way way)
            throws Exception {
        Visitor browser = ways.signIn(who, way, MatrixWorld.directory(relation));
        return new MatrixVisitor(
                role + " " + relation + " by " + way, browser, relation, MatrixWorld.actor(who, role), role, way);
    }

    /// Sessions that were good once.
    private void ended(Role role) throws Exception {
        for (String how : List.of("suspended", "signed out everywhere", "invited anew, not confirmed", "after twelve hours", "idle")) {
            Somebody who = world.somebody(Relation.OWN, role);
            MatrixVisitor visitor = person(who, Relation.OWN, role, Way.PASSWORD);
            end(how, who);
            visitor.live = false;
            all.add(
                    new MatrixVisitor(
                            role + " " + how, visitor.browser, Relation.OWN, null, null, Way.PASSWORD));
        }
    }

    private void end(String how, Somebody who) throws Exception {
        String session = "principal_name = '" + who.id() + "'";
        switch (how) {
            case "suspended" -> administrator("/people/" + who.id() + "/suspend");
            case "invited anew, not confirmed" -> administrator("/people/" + who.id() + "/invite");
            case "signed out everywhere" -> {
                try (Visitor other = ways.signIn(who, Way.PASSWORD, "")) {
                    other.post(
                            "/account/sign-out-everywhere",
                            other.get("/account").fields("form[action=/account/sign-out-everywhere]"));
                }
            }
            case "after twelve hours" ->
                    MatrixWorld.run(
                            "UPDATE platform.spring_session SET creation_time = creation_time - 43260000 WHERE " + session);
            case "idle" ->
                    MatrixWorld.run(
                            "UPDATE platform.spring_session SET last_access_time = last_access_time - 1860000,"
                                    + " expiry_time = expiry_time - 1860000 WHERE " + session);
            default -> throw new AssertionError(how);
        }
    }

    private void administrator(String path) throws Exception {
        Somebody administrator = world.somebody(Relation.OWN, Role.ADMINISTRATOR);
        try (Visitor admin = ways.signIn(administrator, Way.PASSWORD, "")) {
            Answer done = admin.post(path, Map.of("_csrf", admin.get("/code").fields().get("_csrf")));
            if (done.status() >= 400) {
                throw new AssertionError(path + ": " + done + done.page().text());
            }
        }
    }

    private void holder(String name, Project project, String report, boolean second) throws Exception {
        Ticket ticket = project.reports().get(report);
        Visitor her = ways.here();
        Map<String, List<String>> code = her.get("/code").fields();
        code.put("code", List.of(ticket.code().spaced()));
        her.follow(her.post("/code", code));
        if (second) {
            Map<String, List<String>> secret = her.get("/receipt/second").fields();
            secret.put("second", List.of(Project.SECOND));
            her.post("/receipt/second", secret);
        }
        Relation relation = project == world.own ? Relation.OWN : Relation.PARTNER;
        Actor actor = new Actor.Holder(ticket.report().value(), second);
        all.add(new MatrixVisitor(name, her, relation, actor, null, Way.PASSWORD));
    }
}
