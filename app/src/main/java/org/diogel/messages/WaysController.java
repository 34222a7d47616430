package org.diogel.messages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diogel.kernel.Acting;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "How messages reach you".
@Controller
class WaysController {

    private static final String PATH = "/account/messages";
    private static final Set<Role> ON_DUTY =
            Set.of(
                    Role.MODERATOR,
                    Role.CASEWORKER,
                    Role.SAFEGUARDING_LEAD,
                    Role.DATA_PROTECTION_OFFICER,
                    Role.ADMINISTRATOR);

    private final Preferences preferences;

    WaysController(Preferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping(PATH)
    View show(Visit visit, @RequestParam(required = false) @Nullable String saved) {
        return page(visit, visit.form(), saved == null ? "" : "messages.ways.saved");
    }

    @PostMapping(PATH)
    View save(Visit visit) {
        Form form = visit.form();
        Integer from = hour(form.text("quietFrom"));
        Integer until = hour(form.text("quietUntil"));
        if ((from == null) != (until == null) || from != null && from.equals(until)) {
            return page(visit, form.withError("quietUntil", "messages.ways.quiet.both"), "");
        }
        String version = form.text("version");
        Preferences.Choice choice =
                new Preferences.Choice(
                        Arrays.stream(Region.values())
                                .filter(r -> form.all("regions").contains(r.name()))
                                .toList(),
                        form.all("ways").contains(Way.MAIL.key()),
                        form.all("ways").contains(Way.TEXT.key()),
                        from,
                        until,
                        version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
        try {
            preferences.save(choice);
            return View.to(PATH + "?saved=1");
        } catch (Stale elsewhere) {
            return page(visit, withoutVersion(form), "messages.ways.stale")
                    .status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/account/messages/number")
    View number(Visit visit) {
        Optional<String> number = mobile(visit.form().text("phone"));
        if (number.isEmpty() || !preferences.canText()) {
            Form typed = visit.form().withError("phone", "messages.ways.number.mend");
            return page(visit, beside(filled(preferences.get()), typed), "");
        }
        preferences.ask(number.get());
        return View.to(PATH + "/code");
    }

    @GetMapping("/account/messages/code")
    View askCode(Visit visit) {
        return code(visit, Form.empty());
    }

    @PostMapping("/account/messages/code")
    View code(Visit visit) {
        Form form = visit.form();
        return preferences.confirm(form.text("code").replaceAll("\\D", ""))
                ? View.to(PATH + "?saved=1")
                : code(visit, form.withError("code", "messages.code.mend"));
    }

    @PostMapping("/account/messages/forget")
    View forget() {
        preferences.forgetNumber();
        return View.to(PATH + "?saved=1");
    }

    private View page(Visit visit, Form typed, String note) {
        Preferences.Mine mine = preferences.get();
        Set<Role> roles = Acting.person().roles();
        return View.staff(
                        "messages/ways",
                        visit.t("messages.ways.title"),
                        new WaysPage(
                                mine.chosen().version(),
                                mine.number(),
                                mine.textFault(),
                                preferences.canText(),
                                roles.stream().anyMatch(ON_DUTY::contains),
                                note))
                .with(typed.or(filled(mine)))
                .back("/account");
    }

    private static View code(Visit visit, Form form) {
        return View.staff("messages/number-code", visit.t("messages.code.title"), "")
                .with(form)
                .back(PATH);
    }

    private static Form filled(Preferences.Mine mine) {
        Preference chosen = mine.chosen();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("ways", chosen.ways().stream().map(Way::key).toList());
        values.put("regions", chosen.regions().stream().map(Enum::name).toList());
        values.put("quietFrom", hour(chosen.quietFrom()));
        values.put("quietUntil", hour(chosen.quietUntil()));
        return new Form(values, Map.of());
    }

    /// What was typed, to be shown with the version that is stored now.
    private static Form withoutVersion(Form form) {
        Map<String, List<String>> values = new LinkedHashMap<>(form.values());
        values.remove("version");
        return new Form(values, form.errors());
    }

    /// The number's form stands beside the other one, whose fields are as they are stored.
    private static Form beside(Form stored, Form typed) {
        Map<String, List<String>> values = new LinkedHashMap<>(stored.values());
        values.putAll(typed.values());
        return new Form(values, typed.errors());
    }

    private static List<String> hour(@Nullable Integer hour) {
        return hour == null ? List.of() : List.of(hour.toString());
    }

    private static @Nullable Integer hour(String typed) {
        return typed.matches("1?\\d|2[0-3]") ? Integer.valueOf(typed) : null;
    }

    /// Text messages reach mobile numbers only; a British one that is not costs money and reaches
    /// nobody.
    private static Optional<String> mobile(String typed) {
        return PhoneNumber.of(typed)
                .comparable()
                .filter(number -> !number.startsWith("+44") || number.startsWith("+447"));
    }
}
