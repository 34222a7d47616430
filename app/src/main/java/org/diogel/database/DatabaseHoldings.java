package org.diogel.database;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class DatabaseHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("context.signing", "the key that proves who is acting; nobody's data"),
                new Holding(
                        "context.installation",
                        "which key store belongs to this database, and whether it is a demonstration's"));
    }
}
