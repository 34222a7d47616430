package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One thing to do in a [TaskList].
///
/// @param href null when it cannot be started
/// @param status a [Tag] or plain text
public record Task(
        Content title,
        @Nullable String href,
        @Nullable Content hint,
        Content status,
        String statusClasses,
        String classes) {

    public static Task of(String href, String title, Content status) {
        return new Task(Text.of(title), href, null, status, "", "");
    }

    public static Task of(String href, String title, String status) {
        return of(href, title, Text.of(status));
    }

    /// Not to be started before something else is done.
    public static Task waiting(String title, String status) {
        return new Task(
                Text.of(title),
                null,
                null,
                Text.of(status),
                "govuk-task-list__status--cannot-start-yet",
                "");
    }

    public Task withHint(String text) {
        return new Task(title, href, Text.of(text), status, statusClasses, classes);
    }

    /// The further classes of the item with a space before them.
    public String moreClasses() {
        return Attributes.ofClass(classes).moreClasses();
    }

    /// The further classes of the status with a space before them.
    public String moreStatusClasses() {
        return Attributes.ofClass(statusClasses).moreClasses();
    }
}
