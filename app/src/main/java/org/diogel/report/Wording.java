package org.diogel.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.diogel.kernel.Handle;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.Vehicle;
import org.diogel.web.Texts;

/// Answers in words, in one language. Also used by the desk and by whoever writes a warning, so that
/// the same answer reads the same everywhere.
public final class Wording {

    private final Texts texts;

    public Wording(Texts texts) {
        this.texts = texts;
    }

    /// The question in a few words, to stand before its answer.
    public String question(String field) {
        if (isLater(field)) {
            // The words she ticked beside it.
            return texts.t(
                    "report.add.kind." + (field.equals(Addition.ADDED) ? "add" : "correct"));
        }
        String key = "report.q." + field;
        return texts.t(texts.has(key + ".short") ? key + ".short" : key);
    }

    /// The answer: options by their texts, parted by commas; a date in words; texts as typed.
    public String value(Question question, List<String> values) {
        if (question.kind() == Question.Kind.DATE) {
            return date(values.getFirst());
        }
        if (question.field().equals("sharing")) {
            return values.stream()
                    .map(id -> texts.t("report.recipient." + id))
                    .collect(Collectors.joining(", "));
        }
        return question.hasOptions()
                ? values.stream()
                        .map(option -> texts.t(option(texts, question.field(), option)))
                        .collect(Collectors.joining(", "))
                : String.join("\n", values);
    }

    /// The key of an option's text. What many questions offer (`unknown`, `unsure`, `rather-not`)
    /// reads the same everywhere unless the question has its own words for it.
    static String option(Texts texts, String field, String option) {
        String own = "report.o." + field + "." + option;
        return texts.has(own) ? own : "report.o." + option;
    }

    /// @throws IllegalArgumentException for a field the form does not have
    public String value(String field, List<String> values) {
        if (isLater(field)) {
            return String.join("\n", values);
        }
        return value(
                Questions.find(field)
                        .orElseThrow(() -> new IllegalArgumentException("No such question")),
                values);
    }

    /// What we made of phones, addresses and plates, a line each; empty for other questions.
    List<String> readings(Question question, Answers answers) {
        List<String> lines = new ArrayList<>();
        switch (question.field()) {
            case "them.phone" -> answers.phones().forEach(phone -> lines.add(phone(phone)));
            case "them.email" ->
                    answers.emails()
                            .forEach(
                                    email ->
                                            lines.add(
                                                    email.comparable()
                                                            .map(
                                                                    exact ->
                                                                            texts.t(
                                                                                    "report.read.as",
                                                                                    "what",
                                                                                    exact))
                                                            .orElseGet(
                                                                    () ->
                                                                            texts.t(
                                                                                    "report.read.not-email",
                                                                                    "typed",
                                                                                    email.raw()))));
            case "them.handle" -> answers.handles().forEach(h -> lines.add(handle(h)));
            case "them.vehicle" -> answers.vehicles().forEach(v -> lines.add(vehicle(v)));
            default -> {}
        }
        return lines;
    }

    private String phone(PhoneNumber phone) {
        String e164 = phone.e164();
        if (e164 == null) {
            return texts.t("report.read.not-phone", "typed", phone.raw());
        }
        return switch (phone.doubt()) {
            case SHORT -> texts.t("report.read.short", "what", e164);
            case NOT_IN_USE -> texts.t("report.read.unused", "what", e164);
            default -> texts.t("report.read.as", "what", e164);
        };
    }

    private String handle(Handle handle) {
        if (handle.name() == null) {
            return texts.t("report.read.not-handle", "typed", handle.raw());
        }
        return handle.site() == null
                ? texts.t("report.read.as", "what", handle.name())
                : texts.t("report.read.handle", "what", handle.name(), "site", handle.site());
    }

    private String vehicle(Vehicle vehicle) {
        String plate = vehicle.plate();
        if (plate == null) {
            boolean part = vehicle.form() == Vehicle.Form.PARTIAL;
            return texts.t(
                    part ? "report.read.part" : "report.read.not-vehicle", "typed", vehicle.raw());
        }
        return texts.t(
                vehicle.repaired() ? "report.read.repaired" : "report.read.as", "what", plate);
    }

    private static boolean isLater(String field) {
        return field.equals(Addition.ADDED) || field.equals(Addition.CORRECTED);
    }

    private String date(String iso) {
        String[] parts = iso.split("-");
        return switch (parts.length) {
            case 3 -> texts.date(LocalDate.parse(iso));
            case 2 -> texts.t("report.month." + Integer.parseInt(parts[1]), "year", parts[0]);
            default -> iso;
        };
    }
}
