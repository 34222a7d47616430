package org.diogel.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.Acting;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.web.TypedDay;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The parties of a draft and who signs for them; and what can be done with a protocol in force.
@Controller
class SigningController {

    private static final int LONGEST = 120;
    private static final int LONGEST_NOTE = 1_000;

    private final Protocols protocols;
    private final Access access;

    SigningController(Protocols protocols, Access access) {
        this.protocols = protocols;
        this.access = access;
    }

    @GetMapping("/protocols/{id}/party")
    View party(@PathVariable UUID id, Visit visit) {
        return party(visit, protocols.get(new ProtocolId(id)), visit.form());
    }

    @PostMapping("/protocols/{id}/party")
    View putParty(@PathVariable UUID id, Visit visit) {
        ProtocolRow row = protocols.get(new ProtocolId(id));
        Form form = visit.form();
        Agency agency =
                access.listAgencies().stream()
                        .filter(a -> a.id().toString().equals(form.text("agency")))
                        .findFirst()
                        .orElse(null);
        Form checked = checked(form, agency);
        if (agency == null || checked.hasErrors()) {
            return party(visit, row, checked);
        }
        Party party =
                new Party(
                        agency.id(),
                        form.text("law"),
                        form.text("special").isEmpty() ? null : form.text("special"),
                        form.text("offence").isEmpty() ? null : form.text("offence"),
                        SafeText.clean(form.text("post")),
                        null);
        try {
            protocols.putParty(row.id(), ProtocolController.version(form), party);
            return View.to(path(row));
        } catch (Stale since) {
            return conflict(party(visit, protocols.get(row.id()), form.withError("agency", "protocol.stale")));
        }
    }

    private static Form checked(Form form, @Nullable Agency agency) {
        Form now = agency == null ? form.withError("agency", "protocol.mend.agency") : form;
        if (!Ground.isKnown("law", form.text("law"))) {
            now = now.withError("law", "protocol.mend.law");
        }
        for (String field : List.of("special", "offence")) {
            if (!form.text(field).isEmpty() && !Ground.isKnown(field, form.text(field))) {
                now = now.withError(field, "protocol.mend.ground");
            }
        }
        return line(now, "post", 1);
    }

    private static Form line(Form form, String field, int shortest) {
        int length = SafeText.length(SafeText.clean(form.text(field)));
        return length < shortest || length > LONGEST
                ? form.withError(field, "protocol.mend." + field)
                : form;
    }

    @GetMapping("/protocols/{id}/sign/{agency}")
    View sign(@PathVariable UUID id, @PathVariable UUID agency, Visit visit) {
        return sign(visit, protocols.get(new ProtocolId(id)), new AgencyId(agency), visit.form());
    }

    @PostMapping("/protocols/{id}/sign/{agency}")
    View signed(@PathVariable UUID id, @PathVariable UUID agency, Visit visit) {
        ProtocolRow row = protocols.get(new ProtocolId(id));
        AgencyId party = new AgencyId(agency);
        Form form = line(line(visit.form(), "signer", 3), "position", 2);
        LocalDate on = TypedDay.read(form, "signed").orElse(null);
        if (on == null || on.isAfter(protocols.today()) || on.isBefore(row.terms().begins().minusYears(2))) {
            form = form.withError("signed-day", "protocol.mend.signed");
        }
        if (on == null || form.hasErrors()) {
            return sign(visit, row, party, form);
        }
        try {
            protocols.sign(
                    row.id(),
                    ProtocolController.version(form),
                    party,
                    on,
                    SafeText.clean(form.text("signer")),
                    SafeText.clean(form.text("position")));
            return View.to(path(row));
        } catch (Stale since) {
            return conflict(sign(visit, protocols.get(row.id()), party, form.withError("signer", "protocol.stale")));
        }
    }

    @GetMapping("/protocols/{id}/end")
    View end(@PathVariable UUID id, Visit visit) {
        return end(visit, protocols.get(new ProtocolId(id)), visit.form());
    }

    @PostMapping("/protocols/{id}/end")
    View ended(@PathVariable UUID id, Visit visit) {
        ProtocolRow row = protocols.get(new ProtocolId(id));
        Form form = note(visit.form(), "why");
        if (form.hasErrors()) {
            return end(visit, row, form);
        }
        try {
            protocols.end(
                    row.id(), ProtocolController.version(form), SafeText.clean(form.text("why")));
            return View.to(path(row));
        } catch (Stale since) {
            return conflict(end(visit, protocols.get(row.id()), form.withError("why", "protocol.stale")));
        }
    }

    @GetMapping("/protocols/{id}/review")
    View review(@PathVariable UUID id, Visit visit) {
        return review(visit, protocols.get(new ProtocolId(id)), visit.form());
    }

    @PostMapping("/protocols/{id}/review")
    View reviewed(@PathVariable UUID id, Visit visit) {
        ProtocolRow row = protocols.get(new ProtocolId(id));
        Form form = note(visit.form(), "found");
        LocalDate next = TypedDay.read(form, "next").orElse(null);
        if (next == null
                || !next.isAfter(protocols.today())
                || next.isAfter(row.terms().lastDay())) {
            form = form.withError("next-day", "protocol.mend.next");
        }
        if (next == null || form.hasErrors()) {
            return review(visit, row, form);
        }
        try {
            protocols.reviewed(
                    row.id(),
                    ProtocolController.version(form),
                    next,
                    SafeText.clean(form.text("found")));
            return View.to(path(row));
        } catch (Stale since) {
            return conflict(review(visit, protocols.get(row.id()), form.withError("found", "protocol.stale")));
        }
    }

    private static Form note(Form form, String field) {
        int length = SafeText.length(SafeText.clean(form.text(field)));
        return length < 3 || length > LONGEST_NOTE
                ? form.withError(field, "protocol.mend." + field)
                : form;
    }

    private View party(Visit visit, ProtocolRow row, Form form) {
        if (!row.isDraft()) {
            return View.to(path(row));
        }
        return new SigningPages(visit.texts(), row).party(form, access.listAgencies());
    }

    private View sign(Visit visit, ProtocolRow row, AgencyId agency, Form form) {
        if (!row.isDraft()) {
            return View.to(path(row));
        }
        if (row.parties().stream().noneMatch(party -> party.agency().equals(agency))) {
            throw new NotHere();
        }
        return new SigningPages(visit.texts(), row)
                .sign(
                        form,
                        access.findAgency(agency).orElseThrow(NotHere::new),
                        Acting.person().agency().equals(agency));
    }

    private View end(Visit visit, ProtocolRow row, Form form) {
        return row.state() == ProtocolState.SIGNED
                ? new SigningPages(visit.texts(), row).end(form)
                : View.to(path(row));
    }

    private View review(Visit visit, ProtocolRow row, Form form) {
        return row.state() == ProtocolState.SIGNED
                ? new SigningPages(visit.texts(), row).review(form)
                : View.to(path(row));
    }

    /// Where there is nothing to decide any more, the page it leads to says so.
    private static View conflict(View view) {
        return view.status() == HttpStatus.SEE_OTHER ? view : view.status(HttpStatus.CONFLICT);
    }

    private static String path(ProtocolRow row) {
        return SigningPages.path(row);
    }
}
