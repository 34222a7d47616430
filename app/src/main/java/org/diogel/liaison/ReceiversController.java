package org.diogel.liaison;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An administrator says which force receives here what is for whom.
@Controller
class ReceiversController {

    private final Receivers receivers;

    ReceiversController(Receivers receivers) {
        this.receivers = receivers;
    }

    @GetMapping("/receivers")
    View ask(Visit visit, @RequestParam(defaultValue = "") String saved) {
        return page(visit, visit.form().has("shown-all") ? visit.form() : stored(), saved.equals("1"));
    }

    @PostMapping("/receivers")
    View save(Visit visit) {
        Form form = visit.form();
        try {
            receivers.change(read(form, "shown-"), read(form, ""));
        } catch (Stale somebodyElseWasFirst) {
            return page(visit, stored().withError("police-south-wales", "liaison.receivers.stale"), false)
                    .status(HttpStatus.CONFLICT);
        } catch (IllegalArgumentException notOne) {
            return page(visit, stored().withError("police-south-wales", "liaison.receivers.mend"), false);
        }
        return View.to("/receivers?saved=1");
    }

    private View page(Visit visit, Form form, boolean saved) {
        return View.staff(
                        "liaison/receivers",
                        visit.t("liaison.receivers.title"),
                        new ReceiversPage(
                                receivers.listForces(), receivers.listUncovered(), saved))
                .with(form);
    }

    private Form stored() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("shown-all", "1");
        receivers
                .list()
                .forEach(
                        (recipient, agency) -> {
                            fields.put(recipient, agency.toString());
                            fields.put("shown-" + recipient, agency.toString());
                        });
        return Form.filled(fields);
    }

    private static Map<String, AgencyId> read(Form form, String prefix) {
        Map<String, AgencyId> all = new TreeMap<>();
        for (String recipient : Handing.HERE) {
            String typed = form.text(prefix + recipient);
            if (!typed.isEmpty()) {
                all.put(recipient, new AgencyId(UUID.fromString(typed)));
            }
        }
        return all;
    }
}
