package org.diogel.web;

import org.diogel.kernel.Lang;
import org.springframework.stereotype.Component;

/// Texts by language, for whoever writes outside a page: messages, papers, the terminal.
@Component
public final class Languages {

    private final TextBundles bundles;

    Languages(TextBundles bundles) {
        this.bundles = bundles;
    }

    public Texts in(Lang lang) {
        return new Texts(bundles, lang);
    }
}
