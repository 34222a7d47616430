package org.diogel.messages;

import org.diogel.account.PublicAddress;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.springframework.stereotype.Component;

/// The words of a template: both languages in one, since a message must not depend on a choice that
/// somebody else could read from it.
@Component
class Wording {

    private final Languages languages;
    private final PublicAddress place;

    Wording(Languages languages, PublicAddress place) {
        this.languages = languages;
        this.place = place;
    }

    Mail of(String template) {
        return of(template, place.page("/home"));
    }

    Mail of(String template, Way way) {
        return way == Way.MAIL ? of(template) : text(template, place.page("/home"));
    }

    /// @param address the page it leads to
    Mail of(String template, String address) {
        Texts cy = languages.in(Lang.CY);
        Texts en = languages.in(Lang.EN);
        String key = "messages.mail." + template;
        return new Mail(
                cy.t(key + ".subject") + " / " + en.t(key + ".subject"),
                cy.t(key + ".body", "address", address)
                        + "\n\n"
                        + en.t(key + ".body", "address", address)
                        + "\n");
    }

    /// Proves that a number is hers.
    Mail code(String code) {
        return text(Preferences.CODE, code);
    }

    /// A text message has no subject, and says the address or code once: it should fit into one.
    private Mail text(String template, String value) {
        String key = "messages.text." + template;
        return new Mail(
                "", languages.in(Lang.CY).t(key) + " / " + languages.in(Lang.EN).t(key) + ": " + value);
    }
}
