package org.diogel.access;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class AccessHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("access.agency", "names of member agencies"),
                new Holding("access.desk", "who answers for a region"),
                new Holding("access.held", "which report is on hold"),
                new Holding("access.grants", "who may see what"),
                new Holding(
                        "access.kept_out",
                        "which worker or agency is kept out of which report"),
                new Holding(
                        "access.tie",
                        "whom somebody who works here knows privately, for herself alone, sealed"),
                new Holding("access.tie_tag", "keyed hashes of those"),
                new Holding(
                        "access.cover",
                        "which agencies may share with which, what for and until when"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "access-grants",
                        "SELECT count, oldest, held FROM access.due_grants(:before)",
                        "SELECT access.erase_grants(:before, :most)"),
                new Expiry(
                        "access-kept-out",
                        "SELECT count, oldest, held FROM access.due_kept_out(:before)",
                        "SELECT access.erase_kept_out(:before, :most)"),
                new Expiry(
                        "access-cover",
                        "SELECT count, oldest, held FROM access.due_cover(:before)",
                        "SELECT access.erase_cover(:before, :most)"));
    }
}
