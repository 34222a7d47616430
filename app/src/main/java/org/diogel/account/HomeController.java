package org.diogel.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diogel.kernel.Acting;
import org.diogel.kernel.NavItem;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where somebody arrives after signing in: at what her roles give her to do first.
@Controller
class HomeController {
    private final Accounts accounts;
    private final List<NavItem> nav;

    HomeController(Accounts accounts, List<NavItem> nav) {
        this.accounts = accounts;
        this.nav = nav;
    }

    @GetMapping("/home")
    View home(Visit visit) {
        Optional<NavItem> first =
                nav.stream()
                        .filter(i -> i.roles().stream().anyMatch(Acting.person()::has))
                        .min(Comparator.comparingInt(NavItem::order));
        return first.isPresent() ? View.to(first.get().path()) : greeting(visit);
    }

    private View greeting(Visit visit) {
        String name =
                accounts.find(Acting.person().account()).map(AccountView::name).orElse("");
        return View.staff("account/home", visit.t("account.home.title"), name);
    }
}
