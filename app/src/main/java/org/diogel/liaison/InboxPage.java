package org.diogel.liaison;

import java.time.Instant;
import java.util.List;
import org.diogel.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/// What a force was given: what nobody has opened first; or only what it is done with.
///
/// @param way to the other pages
/// @param more where what it is done with is listed; empty where there is none, or it stands here
public record InboxPage(
        boolean onlyEnded,
        List<Standing> all,
        @Nullable Pagination way,
        String more,
        Instant now) {

    /// Nobody has opened it, or something she added to it.
    public List<Standing> unread() {
        return all.stream().filter(InboxPage::isUnread).toList();
    }

    /// Opened, and the force is not done with it.
    public List<Standing> going() {
        return all.stream().filter(s -> !isUnread(s)).toList();
    }

    private static boolean isUnread(Standing standing) {
        return standing.row().state() == PackageState.SENT || standing.added();
    }
}
