package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import org.diogel.web.Texts;

/// What the code alone shows.
///
/// @param code in sevens of four, only just after sending; empty later
/// @param second whether the second secret was given as well
/// @param whose the report's mark
/// @param again whether it is shown again after it was interrupted
public record ReceiptPage(
        Receipt receipt, String code, boolean second, String whose, boolean again) {

    /// One line of what became of it, in words; its text may use `{when}`.
    public static String text(Texts texts, StatusLine line) {
        List<Object> arguments = new ArrayList<>(List.of("when", texts.date(line.at())));
        arguments.addAll(line.arguments());
        return texts.t(line.key(), arguments.toArray());
    }

    /// Whether anything went to others: she may say how they treated her.
    public boolean went() {
        return !receipt.went().isEmpty();
    }

    /// Whether others have something of it that nobody of the project itself has read yet.
    public boolean wentUnread() {
        return went() && receipt.due() != null && receipt.state() != ReportState.WAITING;
    }

    /// Says nothing of the code.
    @Override
    public String toString() {
        return "ReceiptPage";
    }
}
