package org.diogel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// "Areas": an administrator says which project answers where, and names the agencies.
@Controller
class AreasController {

    private static final Set<String> SAVED = Set.of("areas", "added", "renamed");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 120;

    private final Access access;

    AreasController(Access access) {
        this.access = access;
    }

    @GetMapping("/areas")
    View areas(Visit visit, HttpServletRequest request) {
        String saved = request.getParameter("saved");
        String said = saved != null && SAVED.contains(saved) ? "access.saved." + saved : "";
        return page(visit, visit.form().or(AreasForm.filled(access.listDesks())), Map.of(), said);
    }

    @PostMapping("/areas")
    View save(Visit visit) {
        Form form =
                AreasForm.checked(
                        visit.form(),
                        access.listAgencies().stream().filter(Agency::answers).toList());
        if (form.hasErrors()) {
            return page(visit, form, Map.of(), "");
        }
        try {
            access.changeDesks(AreasForm.changes(form));
        } catch (Stale somebodyElseWasFirst) {
            List<Desk> now = access.listDesks();
            return page(
                            visit,
                            AreasForm.over(form, now),
                            AreasForm.changedMeanwhile(form, now),
                            "")
                    .status(HttpStatus.CONFLICT);
        }
        return View.to("/areas?saved=areas");
    }

    @GetMapping("/areas/agency")
    View add(Visit visit) {
        return added(visit, visit.form());
    }

    @PostMapping("/areas/agency")
    View saveAdded(Visit visit) {
        Form form = named(visit.form(), Optional.empty());
        String kind = form.text("kind");
        if (!Agency.KINDS.contains(kind)) {
            form = form.withError("kind", "access.agency.kind.mend");
        }
        if (form.hasErrors()) {
            return added(visit, form);
        }
        access.addAgency(new Agency(new AgencyId(UUID.randomUUID()), form.text("name"), kind));
        return View.to("/areas?saved=added");
    }

    @GetMapping("/areas/agency/{id}")
    View rename(@PathVariable("id") String id, Visit visit) {
        String name = get(id).name();
        return renamed(visit, id, visit.form().or(Form.filled(Map.of("name", name, "was", name))));
    }

    @PostMapping("/areas/agency/{id}")
    View saveName(@PathVariable("id") String id, Visit visit) {
        Agency agency = get(id);
        Form form = named(visit.form(), Optional.of(agency.id()));
        if (form.hasErrors()) {
            return renamed(visit, id, form);
        }
        try {
            access.renameAgency(agency.id(), form.value("was"), form.text("name"));
        } catch (Stale somebodyElseWasFirst) {
            String now = get(id).name();
            Form again = Form.filled(Map.of("name", form.value("name"), "was", now));
            return renamed(
                            visit,
                            id,
                            again.withError("name", "access.agency.name.changed", "name", now))
                    .status(HttpStatus.CONFLICT);
        }
        return View.to("/areas?saved=renamed");
    }

    private View page(Visit visit, Form form, Map<String, String> changed, String saved) {
        return View.staff(
                        "access/areas",
                        visit.t("access.areas.title"),
                        new AreasPage(access.listAgencies(), changed, saved))
                .with(form);
    }

    private static View added(Visit visit, Form form) {
        return View.staff(
                        "access/agency",
                        visit.t("access.agency.add"),
                        new AgencyPage("/areas/agency", true))
                .with(form)
                .back("/areas");
    }

    private static View renamed(Visit visit, String id, Form form) {
        return View.staff(
                        "access/agency",
                        visit.t("access.agency.rename"),
                        new AgencyPage("/areas/agency/" + id, false))
                .with(form)
                .back("/areas");
    }

    /// @param self the agency that has the name already
    private Form named(Form form, Optional<AgencyId> self) {
        String name = form.text("name");
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            return form.withError("name", "access.agency.name.mend");
        }
        boolean taken =
                access.listAgencies().stream()
                        .filter(other -> self.filter(other.id()::equals).isEmpty())
                        .anyMatch(other -> other.name().equalsIgnoreCase(name));
        return taken ? form.withError("name", "access.agency.name.taken") : form;
    }

    private Agency get(String id) {
        return access.listAgencies().stream()
                .filter(agency -> agency.id().toString().equals(id))
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
