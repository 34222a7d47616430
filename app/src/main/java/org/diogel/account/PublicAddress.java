package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.diogel.kernel.SettingRefused;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where people reach this Diogel, as links in messages and invitations say it: the one setting
/// `diogel.address` (`DIOGEL_ADDRESS`), such as `https://messages.example.invalid`.
@Component
public class PublicAddress {
    private static final String THIS_MACHINE = "http://localhost:8080";
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost");
    private static final String WHAT =
            "DIOGEL_ADDRESS to where people reach Diogel, such as https://messages.example.org,"
                    + " without a path.";

    private final String configured;

    /// @throws SettingRefused when it is set to something else than a `https` address of its own; the
    ///     demonstration may be on this machine
    PublicAddress(Environment settings) {
        configured = settings.getProperty("diogel.address", "").strip().replaceAll("/+$", "");
        boolean demonstration = settings.getProperty("diogel.mode", "serve").equals("demo");
        if (!configured.isEmpty() && !isGood(configured, demonstration)) {
            throw new SettingRefused("Set " + WHAT);
        }
    }

    /// @throws SettingRefused when nobody said it: links in mails would lead nowhere
    public void require() {
        if (configured.isEmpty()) {
            throw new SettingRefused("Mails would lead nowhere: set " + WHAT);
        }
    }

    /// The whole address of one of our pages, for whoever reads it elsewhere.
    public String page(String path) {
        return (configured.isEmpty() ? THIS_MACHINE : configured) + path;
    }

    /// As it is set; empty where nobody said it.
    Optional<URI> known() {
        return configured.isEmpty() ? Optional.empty() : Optional.of(URI.create(configured));
    }

    /// As it is set, else the address a page was asked for at.
    String of(HttpServletRequest request) {
        if (!configured.isEmpty()) {
            return configured;
        }
        URI asked = URI.create(request.getRequestURL().toString());
        return asked.getScheme() + "://" + asked.getAuthority();
    }

    private static boolean isGood(String address, boolean demonstration) {
        try {
            URI uri = new URI(address);
            boolean bare =
                    uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getPath().isEmpty()
                            && uri.getQuery() == null
                            && uri.getFragment() == null;
            boolean local =
                    demonstration
                            && "http".equalsIgnoreCase(uri.getScheme())
                            && LOCAL.contains(uri.getHost());
            return bare && ("https".equalsIgnoreCase(uri.getScheme()) || local);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
