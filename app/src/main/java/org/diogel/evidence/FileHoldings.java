package org.diogel.evidence;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class FileHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("evidence.file", "kind, size and state of each file"),
                new Holding("evidence.piece", "the bytes of files, sealed"));
    }
}
