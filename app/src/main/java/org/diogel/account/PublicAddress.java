package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where people reach this Diogel: the setting `diogel.address` (such as
/// `https://messages.example.invalid`), else the address a page was asked for at.
@Component
class PublicAddress {
    private final String configured;

    PublicAddress(Environment settings) {
        this.configured = settings.getProperty("diogel.address", "").replaceAll("/+$", "");
    }

    String of(HttpServletRequest request) {
        if (!configured.isEmpty()) {
            return configured;
        }
        URI asked = URI.create(request.getRequestURL().toString());
        return asked.getScheme() + "://" + asked.getAuthority();
    }
}
