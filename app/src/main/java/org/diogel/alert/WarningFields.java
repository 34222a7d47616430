package org.diogel.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Data files of this feature.
public final class WarningFields {

    private static final List<WarningField> ALL =
            lines("fields.csv").stream().map(WarningFields::read).toList();

    private WarningFields() {}

    /// In the order of the page.
    public static List<WarningField> all() {
        return ALL;
    }

    /// Names of those a kind does not have.
    static Set<String> notFor(AlertKind kind) {
        return ALL.stream()
                .filter(field -> !field.isOf(kind))
                .map(WarningField::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    static WarningField get(String name) {
        return ALL.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    /// Lines of a file in `alert/` that are neither empty nor remarks.
    static List<String> lines(String file) {
        try (var in = WarningFields.class.getResourceAsStream("/alert/" + file)) {
            if (in == null) {
                throw new IllegalStateException("alert/" + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static WarningField read(String line) {
        String[] cells = line.split(",", -1);
        return new WarningField(
                cells[0],
                WarningField.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                Integer.parseInt(cells[2]),
                Arrays.stream(cells[3].split(" ")).filter(o -> !o.isEmpty()).toList(),
                cells[4],
                cells[5].equals("yes"),
                Arrays.stream(cells[6].split(" ")).filter(k -> !k.isEmpty()).toList());
    }
}
