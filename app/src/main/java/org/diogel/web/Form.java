package org.diogel.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody typed, and what has to be mended: the fields of one form by name, each with its
/// values as they came, and a message key beside every field that cannot be used. A page shown again
/// is always made from one of these, so that nothing typed is lost.
///
/// @param values every value of every field, in the order of the page
/// @param errors message key (with arguments) by field name, in the order of the page
public record Form(Map<String, List<String>> values, Map<String, Mend> errors) {

    private static final Form EMPTY = new Form(Map.of(), Map.of());

    /// What to say beside a field. @param key message key @param arguments name, value, name, value…
    public record Mend(String key, List<Object> arguments) {}

    public static Form empty() {
        return EMPTY;
    }

    public static Form of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, all) -> values.put(name, List.of(all)));
        return new Form(values, Map.of());
    }

    /// A form already filled, one value a field; a null value leaves the field empty.
    public static Form filled(Map<String, ? extends @Nullable String> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach(
                (name, value) -> {
                    if (value != null) {
                        values.put(name, List.of(value));
                    }
                });
        return new Form(values, Map.of());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// What was typed where anything was, otherwise what was stored.
    public Form or(Form stored) {
        return isEmpty() ? stored : this;
    }

    /// The first value as typed, or an empty text.
    public String value(String name) {
        List<String> all = values.get(name);
        return all == null || all.isEmpty() ? "" : all.getFirst();
    }

    /// The first value without white space around it and without characters no text can hold.
    public String text(String name) {
        return value(name).replace("\u0000", "").replace("\r\n", "\n").strip();
    }

    public Set<String> all(String name) {
        return Set.copyOf(values.getOrDefault(name, List.of()));
    }

    public List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isOn(String name) {
        return !text(name).isEmpty();
    }

    public Form withError(String name, String key, Object... arguments) {
        Map<String, Mend> more = new LinkedHashMap<>(errors);
        more.putIfAbsent(name, new Mend(key, List.of(arguments)));
        return new Form(values, more);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    public List<Map.Entry<String, Mend>> errorList() {
        return new ArrayList<>(errors.entrySet());
    }
}
