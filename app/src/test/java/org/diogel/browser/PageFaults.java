package org.diogel.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is wrong with the page now shown, in one line each, whatever the page is about.
final class PageFaults {
    /// Words that would tell whoever looks over her shoulder, or into the browser's history, what
    /// this is about; English and Welsh, as beginnings of words.
    private static final Pattern TELLING =
            Pattern.compile(
                    "\\b(sex|rhyw(?!un|beth|le|dro|fath|rai)|prostitu|puteinio|escort|punter|mugs?\\b|client|cleient|victim"
                            + "|dioddef|rape|trais|threis|assault|ymosod|violen|abus|cam-?drin"
                            + "|exploit|ecsbloet|camfanteis|traffick|masnachu|attack|police|heddlu"
                            + "|crime|trosedd|danger|perygl|peryglus)");

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private PageFaults(Page page) {
        this.page = page;
    }

    /// @param scripts whether the page may run them: axe and measuring need that
    static List<String> of(Page page, Look look) {
        PageFaults found = new PageFaults(page);
        found.words();
        found.language(look);
        found.structure();
        if (look.scripts()) {
            found.enter();
            found.axe("");
            found.narrow(look);
        }
        return found.faults;
    }

    static boolean isTelling(String text) {
        return TELLING.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private void words() {
        if (isTelling(page.title())) {
            faults.add("the title tells what this is about: " + page.title());
        }
        if (isTelling(page.url())) {
            faults.add("the address tells what this is about: " + page.url());
        }
        if (page.title().isBlank()) {
            faults.add("the page has no title");
        }
    }

    private void language(Look look) {
        String lang = page.locator("html").getAttribute("lang");
        if (!look.lang().tag().equals(lang)) {
            faults.add("the page says it is in " + lang + ", not " + look.lang().tag());
        }
    }

    private void structure() {
        if (page.locator("h1").count() != 1) {
            faults.add("the page has " + page.locator("h1").count() + " headings of the first level");
        }
        if (page.locator("[style], style, script:not([src])").count() > 0) {
            faults.add("the page has inline styles or scripts");
        }
        if (page.locator("[hidden]:visible").count() > 0) {
            faults.add("something that is hidden can be seen");
        }
        // Texts shown as they stand in their files, for whoever approves them, have placeholders.
        String own = "xpath=self::*[not(preceding-sibling::dt[@lang='zxx'])]";
        if (page.locator("text=/\\{[a-zA-Z]+[,}]|\\?\\?\\?/").locator(own).count() > 0) {
            faults.add("a text was printed with its placeholder");
        }
    }

    /// The first button of a form is what the Enter key presses, wherever it stands on the page.
    private void enter() {
        Object pressed =
                page.evaluate(
                        """
                        () => [...document.forms]
                            .map(form => [...form.elements].find(e => e.type === 'submit'))
                            .some(button => button && button.name === 'lang')
                        """);
        if (Boolean.TRUE.equals(pressed)) {
            faults.add("the Enter key in a field would switch the language");
        }
    }

    private void axe(String where) {
        Axe.faults(page).forEach(fault -> faults.add("axe" + where + ": " + fault));
    }

    /// The same page in the narrowest window: nothing is cut off or needs scrolling sideways.
    private void narrow(Look look) {
        page.setViewportSize(Look.NARROWEST, 640);
        int wide = measure("() => document.documentElement.scrollWidth");
        if (wide > Look.NARROWEST) {
            faults.add(
                    "at %d pixels the page is %d wide, because of %s"
                            .formatted(Look.NARROWEST, wide, widest()));
        }
        stacked();
        axe(" at 320 pixels");
        page.setViewportSize(look.width(), look.height());
    }

    /// A list stands as blocks there, and each cell says what its column is called.
    private void stacked() {
        int scrolling =
                measure(
                        """
                        () => [...document.querySelectorAll('.diogel-scroll:has(> .diogel-stack)')]
                            .filter(e => e.scrollWidth > e.clientWidth).length
                        """);
        int unnamed =
                measure(
                        """
                        () => [...document.querySelectorAll('.diogel-stack')].flatMap(table => {
                            const names = [...table.tHead.rows[0].cells].map(c => c.textContent);
                            return [...table.tBodies[0].rows].flatMap(row => [...row.cells].filter(
                                (c, i) => c.tagName === 'TD' && c.dataset.label !== names[i]));
                        }).length
                        """);
        if (scrolling > 0) {
            faults.add("at %d pixels a list scrolls sideways".formatted(Look.NARROWEST));
        }
        if (unnamed > 0) {
            faults.add("cells of a list do not say what their column is called");
        }
    }

    private int measure(String script) {
        return ((Number) page.evaluate(script)).intValue();
    }

    private Object widest() {
        return page.evaluate(
                """
                () => [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')
                """);
    }
}
