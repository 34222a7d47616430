package org.diogel.evidence;

import org.diogel.vault.Scanner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at a file before it is kept: what it is, whether it is only that, a copy without hidden
/// facts where one can be made, and what the virus scanner says.
@Component
class Check {

    /// @param copy null where none is made
    /// @param state READY, or QUARANTINED when the scanner gave no answer
    record Passed(FileKind kind, byte @Nullable [] copy, FileState state) {}

    private final Copier copier;
    private final Scanner scanner;

    Check(Copier copier, Scanner scanner) {
        this.copier = copier;
        this.scanner = scanner;
    }

    /// @throws Refused with the reason
    Passed look(byte[] file) {
        FileKind kind = Shape.kind(file).orElseThrow(() -> new Refused(Refusal.KIND));
        byte[] copy = null;
        switch (kind) {
            case JPEG -> {
                Jpeg parts = Jpeg.read(file);
                alone(kind, file, parts.end());
                copy = copier.copy(kind, parts.bare(), parts.orientation());
            }
            case PNG -> {
                PngParts parts = PngParts.read(file);
                alone(kind, file, parts.end());
                copy = copier.copy(kind, parts.bare(), 1);
            }
            case WEBP -> {
                alone(kind, file, Shape.end(kind, file));
                copy = WebpParts.read(file).bare();
            }
            default -> alone(kind, file, Shape.end(kind, file));
        }
        return new Passed(kind, copy, scanned(file));
    }

    private static void alone(FileKind kind, byte[] file, int end) {
        if (Shape.isTwoThings(kind, file, end)) {
            throw new Refused(Refusal.DOUBLE);
        }
    }

    private FileState scanned(byte[] file) {
        return switch (scanner.scan(file)) {
            case NONE, CLEAN -> FileState.READY;
            case SILENT -> FileState.QUARANTINED;
            case INFECTED -> throw new Refused(Refusal.HARMFUL);
        };
    }
}
