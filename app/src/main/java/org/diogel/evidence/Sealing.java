package org.diogel.evidence;

import java.nio.charset.StandardCharsets;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;

/// Seals files and what she wrote about them under the report's data key, each for its own place.
@Component
class Sealing {

    private final Vault vault;
    private final FileStore store;

    Sealing(Vault vault, FileStore store) {
        this.vault = vault;
        this.store = store;
    }

    byte[] words(FileRow file, String words) {
        return vault.seal(
                file.key(), place(file.id(), "words"), words.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty where she wrote nothing.
    String words(FileRow file) {
        byte[] sealed = file.words();
        return sealed == null
                ? ""
                : new String(
                        vault.open(file.key(), place(file.id(), "words"), sealed),
                        StandardCharsets.UTF_8);
    }

    void write(FileRow file, boolean copy, byte[] bytes) {
        vault.sealPieces(
                file.key(),
                place(file.id(), field(copy)),
                bytes,
                (number, sealed) -> store.insertPiece(file, copy, number, sealed));
    }

    /// Whole, after every piece of it was proved.
    byte[] read(FileRow file, boolean copy) {
        return vault.openPieces(
                file.key(),
                place(file.id(), field(copy)),
                copy ? file.copyBytes() : file.size(),
                store.pieces(file.id(), copy));
    }

    private static String field(boolean copy) {
        return copy ? "copy" : "original";
    }

    private static Place place(FileId file, String field) {
        return new Place("evidence.file", file.value(), field);
    }
}
