package org.diogel.govuk;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// From a fixture's options to our record, for everything that asks for something.
final class FormMappings {

    private FormMappings() {}

    static Map<String, Function<Options, Content>> all() {
        Map<String, Function<Options, Content>> all = new LinkedHashMap<>();
        all.put("character-count", FormMappings::characterCount);
        all.put("checkboxes", FormMappings::checkboxes);
        all.put("date-input", FormMappings::dateInput);
        all.put("file-upload", FormMappings::fileUpload);
        all.put("input", FormMappings::input);
        all.put("password-input", FormMappings::passwordInput);
        all.put("radios", FormMappings::radios);
        all.put("select", FormMappings::select);
        all.put("textarea", FormMappings::textarea);
        return all;
    }

    private static Field field(Options o, String id) {
        return new Field(
                o.text("name", ""),
                id,
                o.has("label") ? PlainMappings.label(o.in("label")) : null,
                o.has("fieldset") ? PlainMappings.fieldset(o.in("fieldset")) : null,
                o.has("hint") ? PlainMappings.hint(o.in("hint")) : null,
                o.has("errorMessage") ? PlainMappings.errorMessage(o.in("errorMessage")) : null,
                o.filled("describedBy"),
                o.in("formGroup").attributes());
    }

    private static Field control(Options o) {
        return field(o, o.text("id", o.text("name", "")));
    }

    static Content characterCount(Options o) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String unit : List.of("characters", "words")) {
            plural(o, texts, unit + "UnderLimitText", unit + "-under-limit");
            plural(o, texts, unit + "OverLimitText", unit + "-over-limit");
            String at = o.filled(unit + "AtLimitText");
            if (at != null) {
                texts.put(unit + "-at-limit", at);
            }
        }
        return new CharacterCount(
                control(o),
                o.filled("value"),
                o.number("rows", 5),
                o.choice("spellcheck"),
                o.number("maxlength"),
                o.number("maxwords"),
                o.number("threshold"),
                o.filled("countType"),
                o.filled("textareaDescriptionText"),
                texts,
                o.in("countMessage").text("classes", ""),
                o.attributes());
    }

    private static void plural(Options o, Map<String, String> texts, String from, String to) {
        for (var each : o.in(from).node().properties()) {
            texts.put(to + "." + each.getKey(), each.getValue().asString());
        }
    }

    private static List<ListedChoice> choices(Options o, Set<String> chosen) {
        List<ListedChoice> choices = new ArrayList<>();
        for (Options item : o.list("items")) {
            String divider = item.filled("divider");
            choices.add(divider == null ? choice(item, chosen) : Divider.of(divider));
        }
        return choices;
    }

    private static Choice choice(Options o, Set<String> chosen) {
        String conditional = o.in("conditional").filled("html");
        String value = o.text("value", "");
        Boolean checked = o.choice("checked");
        return new Choice(
                value,
                o.words(),
                o.filled("id"),
                o.filled("name"),
                o.in("hint").content() == null ? null : PlainMappings.hint(o.in("hint")),
                conditional == null ? null : Html.of(conditional),
                o.flag("disabled"),
                "exclusive".equals(o.text("behaviour")),
                checked == null ? chosen.contains(value) : checked,
                new Options(o.node()).attributes());
    }

    static Content checkboxes(Options o) {
        Set<String> values =
                StreamSupport.stream(o.node().path("values").spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
        return new Checkboxes(
                field(o, o.text("idPrefix", o.text("name", ""))),
                choices(o, values),
                Set.of(),
                o.attributes());
    }

    static Content radios(Options o) {
        String value = o.filled("value");
        return new Radios(
                field(o, o.text("idPrefix", o.text("name", ""))),
                choices(o, value == null ? Set.of() : Set.of(value)),
                null,
                o.attributes());
    }

    static Content dateInput(Options o) {
        List<DatePart> parts = new ArrayList<>();
        if (o.list("items").isEmpty()) {
            for (String name : List.of("day", "month", "year")) {
                if (!o.isFalse(name)) {
                    parts.add(datePart(o, o.in(name), name));
                }
            }
        }
        for (Options item : o.list("items")) {
            parts.add(datePart(o, item, item.text("name", "")));
        }
        List<Options> said =
                o.list("items").isEmpty()
                        ? List.of(o.in("day"), o.in("month"), o.in("year"))
                        : o.list("items");
        if (o.has("errorMessage") && said.stream().anyMatch(part -> part.isFalse("error"))) {
            for (int place = 0; place < parts.size(); place++) {
                boolean spared = said.get(place).isFalse("error");
                parts.set(place, parts.get(place).withError(!spared));
            }
        }
        return new DateInput(
                field(o, o.text("id", "")), o.filled("namePrefix"), parts, o.attributes());
    }

    private static DatePart datePart(Options date, Options o, String usual) {
        String name = o.text("name", usual);
        String before = date.filled("namePrefix") == null ? "" : date.text("namePrefix") + "-";
        String classes = o.text("classes", "");
        List<String> kept =
                o.attributes().classes().stream()
                        .filter(each -> !each.equals("govuk-input--error"))
                        .toList();
        String width = usual.equals("year") || name.equals("year") ? "4" : "2";
        return new DatePart(
                name,
                o.text("label", name.substring(0, 1).toUpperCase() + name.substring(1)),
                o.filled("id"),
                value(date, o, name, before),
                o.flag("error") || classes.contains("govuk-input--error"),
                classes.contains("govuk-input--width-") ? 0 : Integer.parseInt(width),
                o.filled("inputmode"),
                o.filled("autocomplete"),
                o.filled("pattern"),
                new Attributes(kept, o.attributes().others()));
    }

    private static @Nullable String value(Options date, Options o, String name, String before) {
        Options values = date.in("values");
        if (o.has("value")) {
            return o.text("value");
        }
        if (date.in(name).has("value")) {
            return date.in(name).text("value");
        }
        return values.has(before + name) ? values.text(before + name) : values.text(name);
    }

    static Content input(Options o) {
        return new Input(
                control(o),
                o.text("type", "text"),
                o.text("value"),
                o.filled("inputmode"),
                o.filled("autocomplete"),
                o.choice("spellcheck"),
                o.filled("autocapitalize"),
                o.filled("pattern"),
                o.flag("disabled"),
                o.in("prefix").content(),
                o.in("suffix").content(),
                o.in("formGroup").in("afterInput").content(),
                o.in("inputWrapper").text("classes", ""),
                o.attributes());
    }

    static Content fileUpload(Options o) {
        return new FileUpload(
                control(o), null, o.flag("multiple"), o.flag("disabled"), o.attributes());
    }

    static Content passwordInput(Options o) {
        return new PasswordInput(
                control(o),
                o.text("value"),
                o.text("autocomplete", "current-password"),
                o.flag("disabled"),
                new PasswordInput.Texts(
                        o.filled("showPasswordText"),
                        o.filled("hidePasswordText"),
                        o.filled("showPasswordAriaLabelText"),
                        o.filled("hidePasswordAriaLabelText"),
                        o.filled("passwordShownAnnouncementText"),
                        o.filled("passwordHiddenAnnouncementText")),
                o.attributes());
    }

    static Content select(Options o) {
        String chosen = o.filled("value");
        List<Option> options = new ArrayList<>();
        for (Options item : o.list("items")) {
            Boolean selected = item.choice("selected");
            String effective = item.has("value") ? item.text("value") : item.text("text");
            options.add(
                    new Option(
                            item.text("value"),
                            item.text("text", ""),
                            item.flag("disabled"),
                            selected == null
                                    ? chosen != null && chosen.equals(effective)
                                    : selected,
                            item.attributes()));
        }
        return new Select(control(o), options, null, o.flag("disabled"), o.attributes());
    }

    static Content textarea(Options o) {
        return new Textarea(
                control(o),
                o.text("value"),
                o.number("rows", 5),
                o.choice("spellcheck"),
                o.filled("autocomplete"),
                o.flag("disabled"),
                o.in("formGroup").in("afterInput").content(),
                o.attributes());
    }
}
