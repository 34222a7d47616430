package org.diogel.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;

/// The page on which a warning is written, read and filled.
final class WarningForm {

    private WarningForm() {}

    /// What was typed; unknown options are left out.
    static Warning read(Form form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (WarningField field : WarningFields.all()) {
            for (Lang lang : Lang.whole()) {
                String name = Warning.key(field, lang);
                values.put(
                        name,
                        field.hasOptions()
                                ? form.list(name).stream().filter(field.options()::contains).toList()
                                : List.of(form.text(name)));
            }
        }
        for (String name : List.of("severity", "days", "review", "evidence")) {
            values.put(name, List.of(form.text(name)));
        }
        values.put("regions", form.list("regions"));
        values.put(
                "audience",
                switch (form.text("audience")) {
                    case "some" -> form.list("agency");
                    case Warning.ALL -> List.of(Warning.ALL);
                    default -> List.of();
                });
        form.values()
                .forEach(
                        (name, all) -> {
                            if (name.startsWith("reason.")) {
                                values.put(name, all);
                            }
                        });
        return new Warning(values);
    }

    /// The form with an error beside everything that is too long or unknown.
    static Form check(Form form) {
        Form checked = form;
        for (WarningField field : WarningFields.all()) {
            for (Lang lang : Lang.whole()) {
                String name = Warning.key(field, lang);
                if (!field.hasOptions()
                        && SafeText.length(SafeText.clean(form.text(name))) > field.longest()) {
                    checked =
                            checked.withError(
                                    name, "alert.error.long", "longest", field.longest());
                }
            }
        }
        if (!List.of("DANGEROUS", "RISKY", "NUISANCE").contains(form.text("severity"))) {
            checked = checked.withError("severity", "alert.error.severity");
        }
        if (form.text("audience").equals("some") && form.list("agency").isEmpty()) {
            checked = checked.withError("agency", "alert.error.agency");
        }
        return checked;
    }

    /// A stored warning as the page shows it.
    static Form fill(Warning warning) {
        Map<String, List<String>> values = new LinkedHashMap<>(warning.values());
        values.remove("flags");
        values.put("severity", List.of(warning.severity().name()));
        values.put("days", List.of(Integer.toString(warning.days())));
        values.put("review", List.of(Integer.toString(warning.reviewDays())));
        values.put("evidence", List.of(warning.evidence()));
        List<String> agencies = warning.audience().stream().map(UUID::toString).toList();
        values.put(
                "audience",
                warning.isForEveryone()
                        ? List.of(Warning.ALL)
                        : agencies.isEmpty() ? List.of() : List.of("some"));
        values.put("agency", agencies);
        return new Form(values, Map.of());
    }

    /// What was typed, to be shown with the version that is stored now.
    static Form saved(Form form) {
        Map<String, List<String>> values = new LinkedHashMap<>(form.values());
        values.remove("version");
        return new Form(values, form.errors());
    }

    /// @return the version the page was made from; -1 for none
    static int version(Form form) {
        String text = form.text("version");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
