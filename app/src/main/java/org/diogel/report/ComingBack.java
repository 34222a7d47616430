package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diogel.account.HeldForm;
import org.diogel.account.HeldForms;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Coming back in the middle of something. What was typed or decided on the last page is held,
/// sealed, in the page that asks for the code or the second secret. Afterwards the page it came from
/// is shown again with all of it in it and the sentence that nothing of it is done yet; a button does
/// it. It comes back with the code it was typed under and with no other.
@Component
public class ComingBack {

    /// In the fields of a form that is shown again after it was interrupted.
    private static final String AGAIN = "again";

    /// The hidden field that says which report a page is of ([Ticket#mark]).
    private static final String WHOSE = "whose";

    private final HeldForms held;
    private final Tickets tickets;
    private final Telling telling;

    ComingBack(HeldForms held, Tickets tickets, Telling telling) {
        this.held = held;
        this.tickets = tickets;
        this.telling = telling;
    }

    /// The code in hand, unless this page is of another report.
    Optional<Ticket> ticket(Visit visit, HttpServletRequest request) {
        return tickets.find(request)
                .filter(
                        ticket ->
                                !visit.form().has(WHOSE)
                                        || visit.form().text(WHOSE).equals(ticket.mark()));
    }

    /// A page of a report that was sent; without the code the page asks for it. A report that is gone
    /// forgets the code.
    public View with(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Ticket, View> page) {
        Optional<Ticket> ticket = ticket(visit, request);
        if (ticket.isEmpty()) {
            return ask(visit, request);
        }
        try {
            return telling.isDraft(ticket.get())
                    ? View.to("/tell/check")
                    : page.apply(ticket.get());
        } catch (NotHere gone) {
            tickets.clear(response);
            throw gone;
        }
    }

    /// Asks for the code because this request came without it.
    View ask(Visit visit, HttpServletRequest request) {
        String holding = visit.form().isEmpty() ? "" : hold(request.getRequestURI(), visit.form());
        return page(visit, Form.empty(), holding).status(HttpStatus.UNAUTHORIZED);
    }

    /// @param form typed code, with errors
    /// @param holding what [#hold] gave; empty for nothing
    View page(Visit visit, Form form, String holding) {
        return View.of("report/code", visit.t("report.code.title"), new CodePage(holding))
                .with(form)
                .back("/");
    }

    /// @param path of the page whose form this is
    String hold(String path, Form form) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        form.values().forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        return held.hold(path, fields);
    }

    /// What is held for this report; empty when there is nothing, it is too old, or another's.
    Optional<HeldForm> held(String token, Ticket ticket) {
        return held.open(token)
                .filter(HeldForm::isForm)
                .filter(form -> typed(form).text(WHOSE).equals(ticket.mark()));
    }

    /// Whether the page is shown again after it was interrupted.
    public static boolean isAgain(Visit visit) {
        return visit.form().has(AGAIN);
    }

    /// The visit in which a held form is shown again.
    static Visit again(Visit visit, HeldForm form) {
        return new Visit(visit.texts(), typed(form), visit.address());
    }

    private static Form typed(HeldForm form) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        form.fields().forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        fields.put(AGAIN, new String[] {"1"});
        return Form.of(fields);
    }
}
