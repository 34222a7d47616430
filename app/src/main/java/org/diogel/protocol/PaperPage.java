package org.diogel.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One paper of one protocol.
public record PaperPage(Paper paper, Named named, LocalDate today, Instant printed) {

    public ProtocolRow row() {
        return named.row();
    }

    /// A section may have several paragraphs, one a line.
    public List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
