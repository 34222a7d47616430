package org.diogel.account;

import org.diogel.kernel.Acting;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where somebody arrives after signing in: what her roles give her to do.
@Controller
class HomeController {
    private final Accounts accounts;

    HomeController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/home")
    View home(Visit visit) {
        String name =
                accounts.find(Acting.person().account()).map(AccountView::name).orElse("");
        return View.staff("account/home", visit.t("account.home.title"), name);
    }
}
