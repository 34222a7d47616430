package org.diogel.messages;

import java.util.List;
import org.diogel.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/// @param unsent what waits, was given up, or did not arrive
/// @param way to the other pages
/// @param canSend whether there is any way out
/// @param gaps why somebody cannot be told at all
public record DeliveriesView(
        List<Line> unsent, @Nullable Pagination way, boolean canSend, List<String> gaps) {

    /// @param agency of whoever it is for, so that somebody there can be asked
    public record Line(Delivery delivery, String agency) {

        /// Its name in message keys.
        public String state() {
            return delivery.state() == Delivery.State.SENT
                    ? "failed"
                    : delivery.state().name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
