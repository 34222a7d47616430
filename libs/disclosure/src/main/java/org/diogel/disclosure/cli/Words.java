package org.diogel.disclosure.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands behind a word of the command line: files, and options with a value each.
final class Words {

    private final List<String> files = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    private Words() {}

    /// @param word what messages call the command
    /// @param known the options it has
    /// @throws Unusable when there is another option, or one without a value
    static Words of(String word, List<String> arguments, Set<String> known) {
        Words words = new Words();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.files.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(option)) {
                throw new Unusable(word + " has no option " + option + ".");
            }
            if (equals < 0
                    && (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--"))) {
                throw new Unusable("The option " + option + " needs a value.");
            }
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            words.options.computeIfAbsent(option, o -> new ArrayList<>()).add(value);
        }
        return words;
    }

    List<String> files() {
        return files;
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /// @throws Unusable when it was given twice
    @Nullable String one(String option) {
        List<String> values = all(option);
        if (values.size() > 1) {
            throw new Unusable("The option " + option + " is given twice.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /// @throws Unusable when it was not given, or twice
    String needed(String option) {
        String value = one(option);
        if (value == null) {
            throw new Unusable("The option " + option + " is missing.");
        }
        return value;
    }

    /// @throws Unusable when it is no whole number between the two
    long number(String option, long otherwise, long least, long most) {
        String value = one(option);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,13}")
                || Long.parseLong(value) < least
                || Long.parseLong(value) > most) {
            throw new Unusable(
                    option
                            + " needs a whole number from "
                            + least
                            + " to "
                            + most
                            + ", not "
                            + value
                            + ".");
        }
        return Long.parseLong(value);
    }

    /// One of a few names, as a constant of the same name.
    ///
    /// @throws Unusable when it is none of them
    <E extends Enum<E>> E choice(String option, E otherwise) {
        String value = one(option);
        if (value == null) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (name(constant).equals(value)) {
                return constant;
            }
            names.add(name(constant));
        }
        throw new Unusable(
                option + " is one of " + String.join(", ", names) + ", not " + value + ".");
    }

    /// A constant as it is written on the command line and in proofs.
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
