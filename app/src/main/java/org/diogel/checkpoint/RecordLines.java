package org.diogel.checkpoint;

import java.util.List;
import org.diogel.audit.AuditLog;
import org.diogel.kernel.RunningLines;
import org.springframework.stereotype.Component;

/// Whether the record is still being signed.
@Component
class RecordLines implements RunningLines {

    private static final String NAME = "checkpoint.running";

    private final AuditLog log;

    RecordLines(AuditLog log) {
        this.log = log;
    }

    @Override
    public List<Line> lines() {
        return List.of(
                log.isStopped()
                        ? new Line(NAME, NAME + ".stopped", List.of(), NAME + ".todo")
                        : new Line(NAME, NAME + ".well", List.of(), ""));
    }
}
