package org.diogel.demo;

import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The list of made-up people, with what anybody needs to sign in as one of them.
@Controller
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoController {

    private final DemoPages pages;

    DemoController(DemoPages pages) {
        this.pages = pages;
    }

    @GetMapping("/demo")
    View people(Visit visit) {
        return View.of("demo/people", visit.t("demo.title"), pages.people(visit.texts()));
    }
}
