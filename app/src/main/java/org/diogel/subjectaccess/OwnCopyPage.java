package org.diogel.subjectaccess;

/// What whoever asked sees of it.
///
/// @param path of this page
public record OwnCopyPage(String path, OwnCopies.Mine mine) {

    public boolean mayAsk() {
        CopyRow row = mine.row();
        return row == null || !row.isOpen();
    }
}
