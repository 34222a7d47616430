package org.diogel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.Acting;
import org.diogel.kernel.AgencyId;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Drawing up a protocol, bringing it into force, and the public register.
@Controller
class ProtocolController {

    private final Protocols protocols;
    private final Access access;
    private final Accounts accounts;

    ProtocolController(Protocols protocols, Access access, Accounts accounts) {
        this.protocols = protocols;
        this.access = access;
        this.accounts = accounts;
    }

    @GetMapping("/sharing")
    View register(Visit visit) {
        return View.of(
                "protocol/register",
                visit.t("protocol.register.title"),
                new ProtocolsPage(named(protocols.listRegister()), protocols.today(), true));
    }

    @GetMapping("/protocols")
    View list(Visit visit) {
        return View.staff(
                "protocol/protocols",
                visit.t("protocol.list.title"),
                new ProtocolsPage(named(protocols.list()), protocols.today(), false));
    }

    @GetMapping("/protocols/new")
    View begin(Visit visit) {
        return terms(visit, visit.form(), "/protocols/new", "/protocols", "protocol.new.title");
    }

    @PostMapping("/protocols/new")
    View drawUp(Visit visit) {
        TermsForm typed = TermsForm.read(visit.form());
        if (typed.terms() == null) {
            return terms(visit, typed.form(), "/protocols/new", "/protocols", "protocol.new.title");
        }
        return View.to("/protocols/" + protocols.drawUp(typed.terms()));
    }

    @GetMapping("/protocols/{id}")
    View open(@PathVariable UUID id, Visit visit) {
        return page(visit, new ProtocolId(id), "");
    }

    @GetMapping("/protocols/{id}/terms")
    View terms(@PathVariable UUID id, Visit visit) {
        return terms(visit, id, visit.form().or(TermsForm.filled(protocols.get(new ProtocolId(id)))));
    }

    @PostMapping("/protocols/{id}/terms")
    View change(@PathVariable UUID id, Visit visit) {
        TermsForm typed = TermsForm.read(visit.form());
        Terms terms = typed.terms();
        if (terms == null) {
            return terms(visit, id, typed.form());
        }
        try {
            protocols.change(new ProtocolId(id), version(visit.form()), terms);
            return View.to("/protocols/" + id);
        } catch (Stale since) {
            return terms(visit, id, anew(id, visit.form()).withError("title-en", "protocol.stale"))
                    .status(HttpStatus.CONFLICT);
        }
    }

    /// What was typed, over how it stands now.
    private Form anew(UUID id, Form typed) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed.values());
        values.put(
                "version", List.of(String.valueOf(protocols.get(new ProtocolId(id)).version())));
        return new Form(values, Map.of());
    }

    @PostMapping("/protocols/{id}/start")
    View start(@PathVariable UUID id, Visit visit) {
        return step(visit, id, version -> {
            protocols.start(new ProtocolId(id), version);
            return "/protocols/" + id;
        });
    }

    @PostMapping("/protocols/{id}/remove")
    View throwAway(@PathVariable UUID id, Visit visit) {
        return step(visit, id, version -> {
            protocols.throwAway(new ProtocolId(id), version);
            return "/protocols";
        });
    }

    @PostMapping("/protocols/{id}/party/{agency}/remove")
    View takeOut(@PathVariable UUID id, @PathVariable UUID agency, Visit visit) {
        return step(visit, id, version -> {
            protocols.takeOutParty(new ProtocolId(id), version, new AgencyId(agency));
            return "/protocols/" + id;
        });
    }

    private View step(Visit visit, UUID id, Function<Integer, String> work) {
        try {
            return View.to(work.apply(version(visit.form())));
        } catch (Stale since) {
            return page(visit, new ProtocolId(id), "protocol.stale.step")
                    .status(HttpStatus.CONFLICT);
        } catch (NotYet lacking) {
            return page(visit, new ProtocolId(id), "protocol.not-yet")
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private View terms(Visit visit, UUID id, Form form) {
        String path = "/protocols/" + id;
        return terms(visit, form, path + "/terms", path, "protocol.terms.title");
    }

    private static View terms(Visit visit, Form form, String path, String back, String title) {
        return View.staff(
                        "protocol/terms",
                        visit.t(title),
                        new TermsPage(path, back, form.value("version")))
                .with(form)
                .back(back);
    }

    private View page(Visit visit, ProtocolId id, String error) {
        ProtocolRow row = protocols.get(id);
        return View.staff(
                        "protocol/protocol",
                        visit.t("protocol.one.title", "reference", row.reference()),
                        new ProtocolPage(
                                named(List.of(row)).getFirst(),
                                protocols.today(),
                                Lacking.of(row).stream().map(Enum::name).toList(),
                                row.drawnUpBy().equals(Acting.person().account()),
                                protocols.events(id).stream().map(this::event).toList(),
                                error))
                .back("/protocols");
    }

    private ProtocolPage.Event event(ProtocolEvent event) {
        return new ProtocolPage.Event(
                event.what(),
                event.at(),
                accounts.find(event.by()).map(AccountView::name).orElse(""),
                event.note());
    }

    private List<Named> named(List<ProtocolRow> rows) {
        Map<AgencyId, String> names =
                access.listAgencies().stream()
                        .collect(Collectors.toMap(Agency::id, Agency::name));
        return rows.stream().map(row -> Named.of(row, names)).toList();
    }

    static int version(Form form) {
        String version = form.text("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }
}
