package org.diogel.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;

/// The typed fields of one page, read against its questions.
///
/// @param fields every field of the page; an empty list where nothing is answered
/// @param form as typed, with what has to be mended
record StepForm(Map<String, List<String>> fields, Form form) {

    private static final List<String> DATE_PARTS = List.of("day", "month", "year");
    private static final int EARLIEST_YEAR = 1900;

    /// @param today in Europe/London: nothing happened later
    static StepForm read(String step, Form typed, LocalDate today) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Form form = typed;
        for (Question question : Questions.of(step)) {
            String field = question.field();
            switch (question.kind()) {
                case ONE, MANY -> {
                    List<String> chosen =
                            typed.list(field).stream()
                                    .filter(value -> !value.isBlank())
                                    .distinct()
                                    .toList();
                    boolean tooMany = question.kind() == Question.Kind.ONE && chosen.size() > 1;
                    if (tooMany || !chosen.stream().allMatch(question::allows)) {
                        form = form.withError(field, "report.error.option");
                    }
                    fields.put(field, chosen);
                }
                case DATE -> {
                    String date = date(typed, field);
                    if (date == null || isLater(date, today)) {
                        form = form.withError(field + "-day", "report.error.date");
                    }
                    fields.put(field, date == null || date.isEmpty() ? List.of() : List.of(date));
                }
                default -> {
                    String text = SafeText.clean(typed.value(field)).strip();
                    if (SafeText.length(text) > question.longest()) {
                        form =
                                form.withError(
                                        field,
                                        "report.error.long",
                                        "most",
                                        question.longest(),
                                        "over",
                                        SafeText.length(text) - question.longest());
                    }
                    fields.put(field, text.isEmpty() ? List.of() : List.of(text));
                }
            }
        }
        return new StepForm(fields, form);
    }

    /// The stored answers as the fields of a page.
    static Form filled(String step, Answers answers) {
        Map<String, String[]> values = new LinkedHashMap<>();
        for (Question question : Questions.of(step)) {
            String field = question.field();
            if (question.kind() == Question.Kind.DATE) {
                String[] parts = answers.text(field).split("-", -1);
                for (int i = 0; i < DATE_PARTS.size(); i++) {
                    int at = DATE_PARTS.size() - 1 - i;
                    String part = at < parts.length ? parts[at] : "";
                    values.put(
                            field + "-" + DATE_PARTS.get(i),
                            new String[] {part.replaceFirst("^0", "")});
                }
            } else {
                values.put(field, answers.list(field).toArray(String[]::new));
            }
        }
        return Form.of(values);
    }

    /// What was written on a page in words, a paragraph a field; empty when nothing was.
    static String written(String step, Form typed) {
        return Questions.of(step).stream()
                .filter(q -> !q.hasOptions() && q.kind() != Question.Kind.DATE)
                .map(q -> SafeText.clean(typed.text(q.field())).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /// `2026-03-27`, `2026-03`, `2026`, empty, or null for what is no date.
    private static @org.jspecify.annotations.Nullable String date(Form typed, String field) {
        String day = typed.text(field + "-day");
        String month = typed.text(field + "-month");
        String year = typed.text(field + "-year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return "";
        }
        try {
            int y = Integer.parseInt(year);
            if (y < EARLIEST_YEAR || y > 9999 || (month.isEmpty() && !day.isEmpty())) {
                return null;
            }
            if (month.isEmpty()) {
                return Integer.toString(y);
            }
            YearMonth whole = YearMonth.of(y, Integer.parseInt(month));
            return day.isEmpty()
                    ? whole.toString()
                    : whole.atDay(Integer.parseInt(day)).toString();
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }

    private static boolean isLater(String date, LocalDate today) {
        return !date.isEmpty() && date.compareTo(today.toString().substring(0, date.length())) > 0;
    }

    /// Says nothing of what was typed.
    @Override
    public String toString() {
        return "StepForm[" + fields.size() + " fields]";
    }
}
