package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Lang;
import org.diogel.web.Form;
import org.diogel.web.Requests;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// "Your account".
@Controller
class AccountController {
    private static final Set<String> SAVED = 
            Set.of(
                    "language",
                    "password",
                    "app",
                    "directory",
                    "directory-removed",
                    "directory-only");

    private final OwnAccount own;
    private final Access access;
    private final NewPasswords newPasswords;
    private final Devices devices;
    private final Sessions sessions;
    private final Welcome welcome;
    private final DirectorySignIns directories;

    AccountController(
            OwnAccount own,
            Access access,
            NewPasswords newPasswords,
            Devices devices,
            Sessions sessions,
            Welcome welcome,
            DirectorySignIns directories) {
        this.own = own;
        this.access = access;
        this.newPasswords = newPasswords;
        this.devices = devices;
        this.sessions = sessions;
        this.welcome = welcome;
        this.directories = directories;
    }

    @GetMapping("/account")
    View account(Visit visit, HttpServletRequest request) {
        OwnAccount.Own mine = own.get();
        String saved = request.getParameter("saved");
        OwnPage page =
                new OwnPage(
                        mine.account().name(),
                        mine.email(),
                        agency(mine),
                        RoleKeys.of(mine.account().profession()),
                        RoleKeys.of(mine.account().roles()),
                        mine.byPassword(),
                        mine.recoveryCodesLeft(),
                        directories.offers().stream()
                                .map(o -> new OwnPage.Link(o.key(), o.name(), o.linked()))
                                .toList(),
                        mine.account().language().tag(),
                        saved != null && SAVED.contains(saved) ? "account.saved." + saved : "");
        return View.staff("account/own", visit.t("account.own.title"), page);
    }

    @PostMapping("/account/language")
    View language(Visit visit, HttpServletResponse response) {
        Optional<Lang> chosen =
                Lang.ofTag(visit.form().value("language")).filter(Lang::isWhole);
        chosen.ifPresent(
                language -> {
                    own.setLanguage(language);
                    Requests.rememberLang(response, language);
                });
        return View.to("/account?saved=language");
    }

    @GetMapping("/account/password")
    View password(Visit visit) {
        own.withPassword();
        return passwordPage(visit, visit.form());
    }

    @PostMapping("/account/password")
    View changePassword(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        OwnAccount.Own mine = own.withPassword();
        List<String> personal = 
                List.of(mine.account().name(), mine.email(), agency(mine));
        Form form = newPasswords.check(visit.form(), "passwordNew", personal);
        if (form.hasErrors()) {
            return passwordPage(visit, form);
        }
        String now = form.value("passwordNow");
        if (!own.changePassword(now, form.value("passwordNew"), from(visit, request))) {
            return passwordPage(visit, form.withError("passwordNow", "account.password.now.mend"));
        }
        AccountId id = Acting.person().account();
        sessions.endAll(id);
        welcome.start(request, response, id);
        return View.to("/account?saved=password");
    }

    @GetMapping("/account/recovery-codes")
    View recoveryCodes(Visit visit) {
        own.withPassword();
        return View.staff(
                        "account/new-recovery-codes", visit.t("account.recovery.new.title"), "")
                .back("/account");
    }

    @PostMapping("/account/recovery-codes")
    View newRecoveryCodes(Visit visit) {
        return View.staff(
                "account/recovery-codes",
                visit.t("account.recovery.title"),
                new RecoveryCodesPage(own.newRecoveryCodes(), "/account"));
    }

    private String agency(OwnAccount.Own mine) {
        return access.findAgency(mine.account().agency()).map(Agency::name).orElse("");
    }

    private SignIns.From from(Visit visit, HttpServletRequest request) {
        return new SignIns.From(mark -> devices.known(request, mark), visit.address());
    }

    private static View passwordPage(Visit visit, Form form) {
        return View.staff("account/password", visit.t("account.password.title"), "")
                .with(form)
                .back("/account");
    }
}
