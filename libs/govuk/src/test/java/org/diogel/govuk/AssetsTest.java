package org.diogel.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the browser gets: named after its content, of our own colours and type, from no other host.
class AssetsTest {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}\\b");
    private static final Path PALETTE =
            Path.of(
                    "../../node_modules/govuk-frontend/dist/govuk/settings/_colours-palette--internal.scss");

    @Test
    void everyNameIsMadeFromTheContent() throws Exception {
        Properties manifest = manifest();
        assertThat(manifest.stringPropertyNames())
                .containsExactlyInAnyOrder(
                        "diogel.css", "diogel.js", "govuk-frontend.min.js", "icon.svg", "passkeys.js");
        for (String name : manifest.stringPropertyNames()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(name));
            assertThat(manifest.getProperty(name))
                    .contains(HexFormat.of().formatHex(hash).substring(0, 12));
        }
    }

    @Test
    void nothingOfTheIdentityOfGovUkIsLeft() throws Exception {
        String css = text("diogel.css");
        assertThat(css).doesNotContain("GDS Transport", "@font-face", "crown", "crest");
        Set<String> left = colours(css);
        Set<String> theirs = colours(Files.readString(PALETTE));
        assertThat(theirs).contains("#1d70b8", "#0b0c0c", "#ffdd00").hasSizeGreaterThan(30);
        left.retainAll(theirs);
        left.remove("#ffffff");
        assertThat(left).isEmpty();
        assertThat(css).doesNotContain("#00703c", "#0b0c0c", "#1d70b8", "#ffdd00", "#d4351c");
    }

    @Test
    void nothingComesFromAnotherHost() throws Exception {
        String css = text("diogel.css");
        assertThat(css).doesNotContain("url(", "@import").doesNotContainPattern("https?://(?!\"])");
        String script = text("diogel.js") + text("govuk-frontend.min.js");
        assertThat(script).doesNotContain("eval(", "new Function", "sourceMappingURL");
        assertThat(text("diogel.js")).contains(manifest().getProperty("govuk-frontend.min.js"));
    }

    @Test
    void anAddressIsNotPrinted() throws Exception {
        assertThat(text("diogel.css")).contains("a[href]::after{content:none !important}");
    }

    private static Set<String> colours(String text) {
        Set<String> found = new HashSet<>();
        Matcher each = COLOUR.matcher(text.toLowerCase(java.util.Locale.ROOT));
        while (each.find()) {
            found.add(each.group());
        }
        return found;
    }

    static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        return read("/static/assets/" + manifest().getProperty(name));
    }

    private static Properties manifest() throws IOException {
        Properties manifest = new Properties();
        manifest.load(new java.io.ByteArrayInputStream(read("/static/assets/manifest.properties")));
        return manifest;
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream in = AssetsTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }
}
