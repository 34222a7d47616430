package org.diogel.trust;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Looks for secrets in bytes, in every form in which they could have been written down: as typed,
/// without blanks and hyphens, digits alone, UTF-16, Base64 (at each of three offsets, both
/// alphabets), hexadecimal, percent-encoded, escaped for HTML and JSON. Letters match in either case.
final class Needles {

    /// The first bytes of a form, by which it is found: a shorter form is not looked for.
    private static final int PREFIX = 8;

    private record Needle(String secret, String form, byte[] bytes) {}

    /// @param place file or table
    record Hit(String secret, String form, String place) {}

    private final Map<Long, List<Needle>> byPrefix = new HashMap<>();
    private final long[] bloom = new long[1 << 14];
    private final Set<String> secrets = new TreeSet<>();

    void add(String secret) {
        if (!secrets.add(secret)) {
            return;
        }
        String compact = secret.replaceAll("[\\s-]", "");
        String digits = secret.replaceAll("\\D", "");
        addText(secret, "as typed", secret);
        addText(secret, "without blanks", compact);
        if (digits.length() >= 9) {
            addText(secret, "digits", digits);
            if (digits.startsWith("0")) {
                addText(secret, "international", "44" + digits.substring(1));
            }
        }
        for (String word : secret.split(" ")) {
            if (word.length() >= 10) {
                addText(secret, "one word", word);
            }
        }
        put(secret, "HTML", secret.replace("&", "&amp;").replace("'", "&#39;"));
        put(secret, "JSON", secret.replace("\"", "\\\"").replace("/", "\\/"));
    }

    private void addText(String secret, String form, String text) {
        put(secret, form, text);
        put(secret, form + ", percent", URLEncoder.encode(text, StandardCharsets.UTF_8));
        put(
                secret,
                form + ", percent",
                URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        byte[] utf16 = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE);
        // Without its last zero, so that it is found in both byte orders.
        put(secret, form + ", UTF-16", java.util.Arrays.copyOf(utf16, utf16.length - 1));
        for (String spelt :
                new TreeSet<>(
                        List.of(
                                text,
                                text.toLowerCase(Locale.ROOT),
                                text.toUpperCase(Locale.ROOT)))) {
            byte[] bytes = spelt.getBytes(StandardCharsets.UTF_8);
            put(secret, form + ", hexadecimal", HexFormat.of().formatHex(bytes));
            for (int offset = 0; offset < 3; offset++) {
                String whole = Base64.getEncoder().encodeToString(shifted(bytes, offset));
                // Characters that also depend on neighbouring bytes are left out.
                int from = (offset * 8 + 5) / 6;
                int to = (offset + bytes.length) * 8 / 6;
                String stable = whole.substring(from, to);
                put(secret, form + ", Base64", stable);
                put(secret, form + ", Base64", stable.replace('+', '-').replace('/', '_'));
            }
        }
    }

    private static byte[] shifted(byte[] bytes, int by) {
        byte[] moved = new byte[bytes.length + by];
        System.arraycopy(bytes, 0, moved, by, bytes.length);
        return moved;
    }

    private void put(String secret, String form, String text) {
        put(secret, form, text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private void put(String secret, String form, byte[] bytes) {
        if (bytes.length < PREFIX) {
            return;
        }
        long prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix = prefix << 8 | bytes[i] & 0xff;
        }
        byPrefix.computeIfAbsent(prefix, _ -> new ArrayList<>())
                .add(new Needle(secret, form, bytes));
        int bit = hash(prefix);
        bloom[bit >>> 6] |= 1L << (bit & 63);
    }

    List<Hit> in(byte[] hay, String place) {
        List<Hit> hits = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < hay.length; i++) {
            last = last << 8 | lower(hay[i]);
            int bit = hash(last);
            if ((bloom[bit >>> 6] & 1L << (bit & 63)) != 0 && byPrefix.containsKey(last)) {
                for (Needle needle : byPrefix.get(last)) {
                    if (isAt(needle.bytes, hay, i - PREFIX + 1)) {
                        hits.add(new Hit(needle.secret, needle.form, place));
                    }
                }
            }
        }
        return hits.stream().distinct().toList();
    }

    /// Every file below this folder.
    List<Hit> below(Path folder) throws IOException {
        List<Hit> hits = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                hits.addAll(in(name.getBytes(StandardCharsets.UTF_8), "the name of " + name));
                try {
                    hits.addAll(in(Files.readAllBytes(file), name));
                } catch (NoSuchFileException _) {
                    // A running database removes files.
                }
            }
        }
        return hits;
    }

    int size() {
        return secrets.size();
    }

    private static boolean isAt(byte[] needle, byte[] hay, int at) {
        if (at + needle.length > hay.length) {
            return false;
        }
        for (int i = PREFIX; i < needle.length; i++) {
            if (needle[i] != (byte) lower(hay[at + i])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b & 0xff;
    }

    private int hash(long prefix) {
        return (int) (prefix * 0x9E3779B97F4A7C15L >>> 44);
    }
}
