package org.diogel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Where the style sheet and scripts are: each file's name holds a hash of its content, so that a
/// browser may keep it for ever and never shows a stale one.
@Component
public final class Assets {

    private final Properties names = new Properties();

    Assets() {
        try (var in = new ClassPathResource("static/assets/manifest.properties").getInputStream()) {
            names.load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// @param name such as `diogel.css` @return its path, such as `/assets/diogel-1f3a….css`
    /// @throws IllegalArgumentException for a file that was never built
    public String path(String name) {
        String hashed = names.getProperty(name);
        if (hashed == null) {
            throw new IllegalArgumentException("No asset is called " + name);
        }
        return "/assets/" + hashed;
    }
}
