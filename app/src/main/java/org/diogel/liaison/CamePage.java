package org.diogel.liaison;

import org.diogel.web.Page;

/// What came of something that went by hand.
public record CamePage(PackageRow row) {

    /// What was posted wins.
    public String seen(Page page) {
        String posted = page.form().text("seen");
        return posted.isEmpty() ? Integer.toString(row.version()) : posted;
    }
}
