package org.diogel.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A page to show: what every controller answers with.
///
/// @param template jte template, such as `report/safety`; its parameters are `page` and `model`
/// @param title what the page is about in neutral words; it reaches the browser's history
/// @param model the page's record
/// @param form the typed form, whose errors the frame puts in the summary and the title
/// @param formId id of the form that the language switch submits, so that nothing typed is lost
/// @param back where the back link leads
/// @param even for a page whose length and time must say nothing; null for every other
public record View(
        String template,
        String title,
        Object model,
        Form form,
        @Nullable String formId,
        @Nullable String back,
        HttpStatus status,
        Kind kind,
        @Nullable Even even) {

    /// PUBLIC pages are airy, have the exit bar and no navigation; STAFF pages are dense.
    public enum Kind {
        PUBLIC,
        STAFF
    }

    public static View of(String template, String title, Object model) {
        return new View(
                template, title, model, Form.empty(), null, null, HttpStatus.OK, Kind.PUBLIC, null);
    }

    public static View staff(String template, String title, Object model) {
        return of(template, title, model).kind(Kind.STAFF);
    }

    /// No page but another address, asked for with GET (303): after a post that changed something.
    ///
    /// @param path of ours, beginning with one slash
    public static View to(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            throw new IllegalArgumentException("Only to a page of ours");
        }
        return of("", path, "").status(HttpStatus.SEE_OTHER);
    }

    /// No page but a file, shown or saved, on this response and nowhere else.
    public static View file(Download file) {
        return of("", "", file);
    }

    boolean leadsOn() {
        return status == HttpStatus.SEE_OTHER;
    }

    /// The page holds a form of the id `form`; a form with errors answers 422.
    public View with(Form typed) {
        HttpStatus now = typed.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : status;
        return new View(template, title, model, typed, "form", back, now, kind, even);
    }

    public View back(String path) {
        return new View(template, title, model, form, formId, path, status, kind, even);
    }

    public View status(HttpStatus other) {
        return new View(template, title, model, form, formId, back, other, kind, even);
    }

    public View kind(Kind other) {
        return new View(template, title, model, form, formId, back, status, other, even);
    }

    /// Answered so that neither its length nor its time says what it holds.
    public View even(Even how) {
        return new View(template, title, model, form, formId, back, status, kind, how);
    }

    List<String> errorFields() {
        return List.copyOf(form.errors().keySet());
    }
}
