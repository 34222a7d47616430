package org.diogel.liaison;

import org.diogel.web.Page;

/// A draft of an intelligence report made from one package.
public record DraftPage(Inbox.Reading reading, String purpose) {

    public Draft draft(Page page) {
        return Draft.of(page.texts(), reading);
    }
}
