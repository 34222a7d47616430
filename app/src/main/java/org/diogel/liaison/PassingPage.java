package org.diogel.liaison;

import java.time.Instant;
import java.util.List;
import org.diogel.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/// What the desk has to do about passing on, what needs doing first; or only what is gone.
///
/// @param waiting agreed and not passed on, longest first
/// @param afterwords who got a warning and has to hear of it again, longest first
/// @param all under way, newest first
/// @param gone opened or handed over, newest first
/// @param way to the other pages of `waiting`, or of `gone` where that alone is shown
/// @param more where all that is gone is listed; empty where all of it stands here
public record PassingPage(
        boolean onlyGone,
        List<Passing.Waiting> waiting,
        List<Afterword> afterwords,
        List<Standing> all,
        List<Standing> gone,
        @Nullable Pagination way,
        String more,
        Instant now) {

    /// Came back from a force in which nobody is left, or lies in somebody's hands.
    public List<Standing> toHand() {
        return all.stream()
                .filter(
                        s ->
                                s.row().state() == PackageState.TO_HAND
                                        || s.row().state() == PackageState.PRINTED)
                .sorted((a, b) -> Boolean.compare(b.row().cameBack(), a.row().cameBack()))
                .toList();
    }

    /// Something came that nobody of the desk has looked at.
    public List<Standing> news() {
        return all.stream().filter(s -> s.row().deskNews()).toList();
    }

    /// In a force's list, unread.
    public List<Standing> unread() {
        return all.stream().filter(s -> s.row().state() == PackageState.SENT).toList();
    }
}
