package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.diogel.kernel.SettingRefused;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where passkeys belong to: the host of the public address, or the domain above it that is set. In
/// the demonstration also `localhost`, where browsers allow them without TLS; at an address of numbers
/// no browser knows them.
@Component
class PasskeyPlace {
    private static final String LOCALHOST = "localhost";

    private final PublicAddress address;
    private final String domain;
    private final boolean demonstration;

    /// @throws SettingRefused for a domain that the public address is not in
    PasskeyPlace(PublicAddress address, SignInSettings settings, Environment environment) {
        this.address = address;
        this.domain = settings.passkeyDomain().strip().toLowerCase(Locale.ROOT);
        this.demonstration = environment.getProperty("diogel.mode", "serve").equals("demo");
        if (!domain.isEmpty() && address.known().filter(this::isIn).isEmpty()) {
            throw new SettingRefused(
                    "Set DIOGEL_SIGNIN_PASSKEYDOMAIN to the host of DIOGEL_ADDRESS or a domain above it,"
                            + " such as example.org; passkeys made for another would work nowhere.");
        }
    }

    /// @param rp what a passkey is made for @param origin the only address it may be used at
    record Here(String rp, String origin) {}

    /// Empty where no browser would take one.
    Optional<Here> of(HttpServletRequest request) {
        Optional<URI> known = address.known();
        if (known.isPresent()) {
            return known.filter(uri -> !isNumbers(uri.getHost()))
                    .map(uri -> new Here(domain.isEmpty() ? host(uri) : domain, origin(uri)));
        }
        return demonstration && request.getServerName().equals(LOCALHOST)
                ? Optional.of(new Here(LOCALHOST, address.of(request)))
                : Optional.empty();
    }

    private boolean isIn(URI uri) {
        String host = host(uri);
        return !isNumbers(host)
                && domain.contains(".")
                && !domain.startsWith(".")
                && (host.equals(domain) || host.endsWith("." + domain));
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean isNumbers(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT);
    }
}
