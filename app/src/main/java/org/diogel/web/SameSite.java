package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Whether a page of ours sent a request, as far as the browser says so.
public final class SameSite {

    private SameSite() {}

    /// Nothing says that another site's page sent it. Browsers send `Origin: null` from our own pages
    /// too, since they refer to nobody; then the token decides.
    public static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return (site == null || isHere(site))
                && (origin == null || origin.equals("null") || isHost(request, origin));
    }

    /// Something says that a page of ours sent it; what an old browser leaves open is not enough.
    static boolean isSurelyOurs(HttpServletRequest request) {
        return isOurs(request)
                && (request.getHeader("Sec-Fetch-Site") != null
                        || isHost(request, request.getHeader("Origin")));
    }

    private static boolean isHere(String site) {
        return site.equals("same-origin") || site.equals("none");
    }

    private static boolean isHost(HttpServletRequest request, @Nullable String origin) {
        String host = request.getHeader("Host");
        try {
            return host != null
                    && origin != null
                    && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
