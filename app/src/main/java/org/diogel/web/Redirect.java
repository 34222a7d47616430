package org.diogel.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Sends the browser to another page after something was done, so that reloading does nothing twice.
public final class Redirect {

    private Redirect() {}

    /// 303 See Other.
    ///
    /// @param path of this site, beginning with one slash
    public static ResponseEntity<Void> to(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Only to a page of this site");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
