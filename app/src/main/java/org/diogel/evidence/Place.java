package org.diogel.evidence;

/// Where she sends files: on a page of the form, or afterwards from the receipt.
enum Place {
    DRAFT("/tell/files"),
    SENT("/receipt/files");

    /// The step of the form.
    static final String STEP = "files";

    private final String list;

    Place(String list) {
        this.list = list;
    }

    String list() {
        return list;
    }

    String add() {
        return list + "/add";
    }

    String help() {
        return list + "/help";
    }

    String seal() {
        return list + "/seal";
    }

    String remove() {
        return list + "/remove";
    }
}
