package org.diogel.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.diogel.report.ReportId;
import org.springframework.stereotype.Component;

/// Which files came with a report and what she wrote about them. The files themselves are not in the
/// paper: whoever sent one has it, and a picture is of others as well.
@Component
class EvidenceGather implements Gathers {

    private final FileStore store;
    private final Sealing sealing;

    EvidenceGather(FileStore store, Sealing sealing) {
        this.store = store;
        this.sealing = sealing;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REPORT ? Set.of("evidence.file") : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        return subject.is(Subject.Kind.REPORT)
                ? store.of(new ReportId(subject.id())).stream().map(this::held).toList()
                : List.of();
    }

    private Held held(FileRow file) {
        List<Held.Line> lines = new ArrayList<>();
        FileKind kind = file.kind();
        if (kind != null) {
            lines.add(Held.Line.of("kind", kind.name()));
        }
        lines.add(Held.Line.of("state", file.state().name()));
        lines.add(Held.Line.of("size", String.valueOf(file.size())));
        String words = sealing.words(file);
        if (!words.isEmpty()) {
            lines.add(Held.Line.of("words", words));
        }
        return new Held("evidence.file", Held.Whose.HERS, true, file.at(), lines);
    }
}
