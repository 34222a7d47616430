package org.diogel.evidence;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class FileHoldings implements Holdings {

    private static final String LIKE_THE_REPORT = "as long as the report, and gone with it";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("evidence.file", "kind, size and state of each file", LIKE_THE_REPORT),
                new Holding("evidence.piece", "the bytes of files, sealed", LIKE_THE_REPORT));
    }
}
