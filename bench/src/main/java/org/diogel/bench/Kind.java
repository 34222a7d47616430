package org.diogel.bench;

/// Requests that are measured. @see #target
enum Kind {
    START("first page", 50),
    BEGIN("begin (makes a key on disk)", 50),
    STEP("page of the form", 50),
    SAVE("save a page", 50),
    CHECK("page to check everything", 50),
    SEND("send (sealed, on disk)", 50),
    RECEIPT("receipt", 50),
    CODE("page that asks for the code", 50),
    ENTER("enter a code", 50),
    LIST("desk: the list", 100),
    ITEM("desk: one report", 100),
    STATIC("a static file: the floor", 0);

    private final String label;

    /// Milliseconds that 95 of 100 must stay within; 0 for none.
    final int target;

    Kind(String label, int target) {
        this.label = label;
        this.target = target;
    }

    String label() {
        return label;
    }
}
