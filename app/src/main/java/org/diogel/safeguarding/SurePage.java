package org.diogel.safeguarding;

import java.util.ArrayList;
import java.util.List;
import org.diogel.web.Form;

/// Exactly what would go, before it is confirmed.
///
/// @param shown digest of the sheet, carried along
public record SurePage(
        String path, Sheet sheet, String shown, String key, String number, Form form) {

    private static final List<String> OWN = List.of("_csrf", "shown", "key", "number", "change");

    public record Carried(String name, String value) {}

    /// Everything that was answered, so that nothing waits anywhere but on the page.
    public List<Carried> carried() {
        List<Carried> all = new ArrayList<>();
        form.values()
                .forEach(
                        (name, values) -> {
                            if (!OWN.contains(name)) {
                                values.forEach(value -> all.add(new Carried(name, value)));
                            }
                        });
        return all;
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "SurePage";
    }
}
