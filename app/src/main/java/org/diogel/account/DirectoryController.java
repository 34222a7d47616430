package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.diogel.account.DirectorySignIns.Entry;
import org.diogel.account.DirectoryTrip.Purpose;
import org.diogel.account.DirectoryTrip.Trip;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// To an agency's directory and back: to sign in, to link an account, to join. A page in between says
/// where the way leads, since no form of ours may send anybody elsewhere.
@Controller
class DirectoryController {
    private final Directories directories;
    private final DirectoryTokens tokens;
    private final DirectoryTrip trips;
    private final DirectorySignIns door;
    private final Invitations invitations;
    private final HeldForms held;
    private final Sessions sessions;
    private final Welcome welcome;

    DirectoryController(
            Directories directories,
            DirectoryTokens tokens,
            DirectoryTrip trips,
            DirectorySignIns door,
            Invitations invitations,
            HeldForms held,
            Sessions sessions,
            Welcome welcome) {
        this.directories = directories;
        this.tokens = tokens;
        this.trips = trips;
        this.door = door;
        this.invitations = invitations;
        this.held = held;
        this.sessions = sessions;
        this.welcome = welcome;
    }

    @PostMapping("/sign-in/directory")
    View signIn(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return leave(visit, request, response, Purpose.SIGN_IN, "", visit.form().value("held"));
    }

    @PostMapping("/account/directory")
    View link(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String self = Acting.person().account().toString();
        return leave(visit, request, response, Purpose.LINK, self, "");
    }

    @PostMapping("/invitation/directory")
    View join(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String link = visit.form().value("link");
        return invitations.find(link)
                .filter(open -> open.email() != null)
                .map(open -> leave(visit, request, response, Purpose.JOIN, link, ""))
                .orElseThrow(NotHere::new);
    }

    private View leave(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Purpose purpose,
            String about,
            String kept) {
        Directory directory = find(visit.form().value("directory"));
        var asked = trips.begin(request, response, directory, purpose, about, kept);
        return tokens.address(directory, asked)
                .map(
                        address ->
                                View.staff(
                                        "account/directory",
                                        visit.t("account.directory.title"),
                                        new DirectoryPage(directory.name(), address)))
                .orElseGet(() -> failed(visit));
    }

    @GetMapping("/sign-in/directory/{key}")
    View back(
            @PathVariable("key") String key,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Directory directory = find(key);
        Trip trip = trips.end(request, response, key).orElse(null);
        String issuer = request.getParameter("iss");
        String code = request.getParameter("code");
        if (trip == null
                || code == null
                || issuer != null && !issuer.equals(directory.issuer())) {
            return failed(visit);
        }
        return tokens.redeem(directory, trip.asked(), code)
                .map(vouched -> arrive(visit, request, response, directory, trip, vouched))
                .orElseGet(() -> failed(visit));
    }

    private View arrive(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Directory directory,
            Trip trip,
            Directory.Vouched vouched) {
        return switch (trip.purpose()) {
            case SIGN_IN ->
                    switch (door.enter(directory, vouched)) {
                        case Entry.Enter(AccountId account) ->
                                welcome.vouched(
                                        visit,
                                        request,
                                        response,
                                        account,
                                        held.open(trip.held()),
                                        vouched.fresh());
                        case Entry.Code(String step) ->
                                View.staff(
                                                "account/code",
                                                visit.t("account.code.title"),
                                                new CodePage(step, trip.held()))
                                        .with(Form.empty());
                        case Entry.Refused() -> failed(visit);
                    };
            case LINK -> {
                boolean hers =
                        Acting.who() instanceof Actor.Person person
                                && person.account().toString().equals(trip.about());
                yield hers && door.link(directory, vouched)
                        ? View.to("/account?saved=directory")
                        : failed(visit);
            }
            case JOIN -> join(visit, request, response, directory, trip.about(), vouched);
        };
    }

    private View join(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Directory directory,
            String link,
            Directory.Vouched vouched) {
        Invitations.Open open = invitations.find(link).orElse(null);
        Optional<Email> email =
                open == null || open.email() == null ? Optional.empty() : Email.of(open.email());
        if (open == null
                || email.isEmpty()
                || !directory.isEnough(vouched)
                // Else she could never show again that it is she.
                || !vouched.fresh()
                || !door.forJoining(open.agency()).contains(directory)
                || door.isKnown(vouched)) {
            return failed(visit);
        }
        Invitations.Chosen chosen =
                new Invitations.Chosen(
                        new AccountId(UUID.randomUUID()),
                        email.get(),
                        new Invitations.Way.ByDirectory(vouched),
                        visit.lang());
        if (invitations.join(open.id(), chosen) instanceof Invitations.Joined.Welcome joined) {
            sessions.endAll(joined.id());
            welcome.start(request, response, joined.id());
            return View.to("/account?saved=directory");
        }
        return failed(visit);
    }

    @PostMapping("/account/directory/{key}/remove")
    View unlink(@PathVariable("key") String key) {
        boolean removed = door.unlink(directories.find(key).orElse(null));
        return View.to("/account?saved=" + (removed ? "directory-removed" : "directory-only"));
    }

    private Directory find(String key) {
        return directories.find(key).orElseThrow(NotHere::new);
    }

    /// Whatever it was: a directory's people learn nothing here about who has an account.
    private static View failed(Visit visit) {
        return View.staff("account/directory-failed", visit.t("account.directory.failed.title"), "")
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
