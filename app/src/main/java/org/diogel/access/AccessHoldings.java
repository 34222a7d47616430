package org.diogel.access;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class AccessHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("access.agency", "names of member agencies", "while they are members"),
                new Holding("access.desk", "who answers for a region", "while the partnership lasts"),
                new Holding(
                        "access.grants",
                        "who may see what",
                        "kept for now; seven years after the grant ends once retention is built"),
                new Holding(
                        "access.kept_out",
                        "which worker or agency is kept out of which report",
                        "kept for now; as access.grants once retention is built"),
                new Holding(
                        "access.tie",
                        "whom somebody who works here knows privately, for herself alone, sealed",
                        "until she removes it"),
                new Holding("access.tie_tag", "keyed hashes of those", "as access.tie"),
                new Holding(
                        "access.cover",
                        "which agencies may share with which, what for and until when",
                        "kept for now; seven years after it ends once retention is built"));
    }
}
