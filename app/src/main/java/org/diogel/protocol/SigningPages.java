package org.diogel.protocol;

import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.access.Agency;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;

/// What can be done with one protocol, a page each.
final class SigningPages {

    static final String STALE = "protocol.stale";

    private final Texts texts;
    private final ProtocolRow row;

    SigningPages(Texts texts, ProtocolRow row) {
        this.texts = texts;
        this.row = row;
    }

    static String path(ProtocolRow row) {
        return "/protocols/" + row.id();
    }

    /// @param form as posted; where it names a party and nothing else, what is known of that party
    View party(Form form, List<Agency> agencies) {
        Form shown =
                form.has("law")
                        ? form
                        : row.parties().stream()
                                .filter(p -> p.agency().toString().equals(form.text("agency")))
                                .findFirst()
                                .map(SigningPages::filled)
                                .orElse(form);
        Controls controls = new Controls(texts, shown);
        return task(
                shown,
                "party",
                "",
                List.of(texts.t("protocol.party.what")),
                controls.agency(agencies),
                controls.ground("law"),
                controls.ground("special"),
                controls.ground("offence"),
                controls.line("post"));
    }

    /// @param here whoever acts belongs to the agency
    View sign(Form form, Agency agency, boolean here) {
        Controls controls = new Controls(texts, form);
        return task(
                form,
                "sign",
                "/" + agency.id(),
                List.of(
                        agency.name(),
                        texts.t(here ? "protocol.sign.here" : "protocol.sign.paper")),
                controls.line("signer"),
                controls.line("position"),
                controls.day("signed"));
    }

    View end(Form form) {
        return task(
                form,
                "end",
                "",
                List.of(texts.t("protocol.end.what")),
                new Controls(texts, form).words("why"));
    }

    View review(Form form) {
        Controls controls = new Controls(texts, form);
        return task(
                form,
                "review",
                "",
                List.of(texts.t("protocol.review.what")),
                controls.words("found"),
                controls.day("next"));
    }

    private static Form filled(Party party) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("agency", party.agency().toString());
        fields.put("law", party.law());
        String special = party.special();
        fields.put("special", special == null ? "" : special);
        String offence = party.offence();
        fields.put("offence", offence == null ? "" : offence);
        fields.put("post", party.post());
        return Form.filled(fields);
    }

    private View task(
            Form form, String what, String more, List<String> lines, Content... controls) {
        // After a conflict she presses again on what stands now; until then on what she was shown.
        boolean anew = form.errors().values().stream().anyMatch(m -> m.key().equals(STALE));
        String shown = form.text("version");
        return View.staff(
                        "protocol/task",
                        texts.t("protocol." + what + ".title"),
                        new TaskPage(
                                path(row) + "/" + what + more,
                                path(row),
                                lines,
                                List.of(controls),
                                anew || shown.isEmpty() ? String.valueOf(row.version()) : shown,
                                "protocol." + what + ".do"))
                .with(form)
                .back(path(row));
    }
}
