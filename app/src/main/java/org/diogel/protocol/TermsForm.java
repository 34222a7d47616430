package org.diogel.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.access.SharingPurpose;
import org.diogel.kernel.SafeText;
import org.diogel.protocol.Terms.Bilingual;
import org.diogel.web.Form;
import org.diogel.web.TypedDay;
import org.jspecify.annotations.Nullable;

/// What a protocol says, as a form.
///
/// @param terms null while something has to be mended
/// @param form as typed, with what has to be mended
record TermsForm(@Nullable Terms terms, Form form) {

    static final List<String> WORDS = List.of("aim", "kept");

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST = 2_000;
    private static final int MOST_OPEN = 60;
    private static final int MOST_SAY = 250;

    static TermsForm read(Form typed) {
        Form form = typed;
        form = words(form, "title", LONGEST_TITLE);
        for (String field : WORDS) {
            form = words(form, field, LONGEST);
        }
        Set<SharingPurpose> purposes = purposes(typed);
        if (purposes.isEmpty()) {
            form = form.withError("purposes", "protocol.mend.purposes");
        }
        for (String field : List.of("begins", "review", "last")) {
            if (TypedDay.read(typed, field).isEmpty()) {
                form = form.withError(field + "-day", "protocol.mend.day");
            }
        }
        form = level(form, "open", MOST_OPEN);
        form = level(form, "say", MOST_SAY);
        if (form.hasErrors()) {
            return new TermsForm(null, form);
        }
        LocalDate begins = day(typed, "begins");
        LocalDate review = day(typed, "review");
        LocalDate last = day(typed, "last");
        if (last.isBefore(begins)) {
            return new TermsForm(null, form.withError("last-day", "protocol.mend.last"));
        }
        if (review.isBefore(begins) || review.isAfter(last)) {
            return new TermsForm(null, form.withError("review-day", "protocol.mend.review"));
        }
        return new TermsForm(
                new Terms(
                        bilingual(typed, "title"),
                        bilingual(typed, "aim"),
                        bilingual(typed, "kept"),
                        purposes,
                        begins,
                        review,
                        last,
                        new Terms.Levels(days(typed, "open"), days(typed, "say"))),
                form);
    }

    static Form filled(ProtocolRow row) {
        Terms terms = row.terms();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        put(fields, "title", terms.title());
        put(fields, "aim", terms.aim());
        put(fields, "kept", terms.kept());
        fields.put("purposes", terms.purposes().stream().map(Enum::name).toList());
        put(fields, "begins", terms.begins());
        put(fields, "review", terms.review());
        put(fields, "last", terms.lastDay());
        put(fields, "open", terms.levels().open());
        put(fields, "say", terms.levels().say());
        fields.put("version", List.of(String.valueOf(row.version())));
        return new Form(fields, Map.of());
    }

    /// English must be there; Welsh may follow while it is a draft.
    private static Form words(Form form, String field, int longest) {
        Form now = form;
        for (String lang : List.of("en", "cy")) {
            String name = field + "-" + lang;
            String text = SafeText.clean(form.text(name));
            if (text.isEmpty() && lang.equals("en")) {
                now = now.withError(name, "protocol.mend." + field);
            } else if (SafeText.length(text) > longest) {
                now = now.withError(name, "protocol.mend.long", "most", longest);
            }
        }
        return now;
    }

    /// Working days, or nothing where nothing is promised.
    private static Form level(Form form, String field, int most) {
        String typed = form.text(field).strip();
        boolean fits =
                typed.isEmpty()
                        || typed.matches("\\d{1,3}")
                                && Integer.parseInt(typed) >= 1
                                && Integer.parseInt(typed) <= most;
        return fits ? form : form.withError(field, "protocol.mend.level", "most", most);
    }

    private static int days(Form form, String field) {
        String typed = form.text(field).strip();
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    private static void put(Map<String, List<String>> fields, String field, int days) {
        fields.put(field, List.of(days == 0 ? "" : Integer.toString(days)));
    }

    private static Set<SharingPurpose> purposes(Form form) {
        Set<SharingPurpose> purposes = EnumSet.noneOf(SharingPurpose.class);
        Arrays.stream(SharingPurpose.values())
                .filter(p -> form.all("purposes").contains(p.name()))
                .forEach(purposes::add);
        return purposes;
    }

    private static Bilingual bilingual(Form form, String field) {
        return new Bilingual(
                SafeText.clean(form.text(field + "-en")), SafeText.clean(form.text(field + "-cy")));
    }

    private static LocalDate day(Form form, String field) {
        return TypedDay.read(form, field).orElseThrow();
    }

    private static void put(Map<String, List<String>> fields, String field, Bilingual words) {
        fields.put(field + "-en", List.of(words.en()));
        fields.put(field + "-cy", List.of(words.cy()));
    }

    private static void put(Map<String, List<String>> fields, String field, LocalDate day) {
        fields.put(field + "-day", List.of(String.valueOf(day.getDayOfMonth())));
        fields.put(field + "-month", List.of(String.valueOf(day.getMonthValue())));
        fields.put(field + "-year", List.of(String.valueOf(day.getYear())));
    }

}
