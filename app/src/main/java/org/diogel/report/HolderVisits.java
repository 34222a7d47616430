package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Component;

/// For pages of a later feature that stand among those of whoever tells: the code in hand, or the
/// page that asks for it.
@Component
public class HolderVisits {

    /// Where a page stands in the form. @param number from 1 @param of how many
    public record Place(int number, int of, String before, String after) {}

    private final Tickets tickets;
    private final ComingBack comingBack;

    HolderVisits(Tickets tickets, ComingBack comingBack) {
        this.tickets = tickets;
        this.comingBack = comingBack;
    }

    /// The page for whoever holds the code of a report, sent or not. Without a code, or with that of
    /// another report than the page is of, what was typed is held and the code asked for.
    public View with(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Ticket, View> page) {
        Optional<Ticket> ticket = comingBack.ticket(visit, request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        try {
            View view = page.apply(ticket.get());
            tickets.give(response, ticket.get());
            return view;
        } catch (NotHere gone) {
            tickets.clear(response);
            throw gone;
        }
    }

    /// @param step a page of the form
    /// @throws NotHere for a page there is not
    public static Place place(String step) {
        Steps.known(step);
        return new Place(
                Steps.number(step), Steps.ALL.size() + 1, Steps.before(step), Steps.after(step));
    }
}
