package org.diogel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands after the launcher's word: things by position, `--name value`, and bare `--flag`s.
record Words(List<String> plain, Map<String, String> values, Set<String> flags) {

    /// @param values names that take a value, `flags` names that do not, both with their dashes
    /// @throws Refused for any other name, and for a name without its value
    static Words parse(List<String> said, Set<String> values, Set<String> flags, int plainAtMost) {
        var plain = new ArrayList<String>();
        var given = new LinkedHashMap<String, String>();
        var raised = new java.util.LinkedHashSet<String>();
        for (var i = 0; i < said.size(); i++) {
            var word = said.get(i);
            if (flags.contains(word)) {
                raised.add(word);
            } else if (values.contains(word)) {
                if (i + 1 == said.size()) {
                    throw Refused.words("After " + word + " comes a value.");
                }
                given.put(word, said.get(++i));
            } else if (word.startsWith("--") || plain.size() == plainAtMost) {
                throw Refused.words("\"" + word + "\" does not belong here; see ./diogel help.");
            } else {
                plain.add(word);
            }
        }
        return new Words(plain, given, raised);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /// The folder named by `--data` or else by `DIOGEL_DATA`.
    Optional<Path> data(Map<String, String> environment) {
        @Nullable String set = environment.get("DIOGEL_DATA");
        return value("--data")
                .or(() -> Optional.ofNullable(set))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    Optional<Integer> port() {
        return value("--port")
                .map(
                        text -> {
                            try {
                                var port = Integer.parseInt(text);
                                if (port >= 1 && port <= 65_535) {
                                    return port;
                                }
                            } catch (NumberFormatException _) {
                                // Said below.
                            }
                            throw Refused.words("--port is a number from 1 to 65535.");
                        });
    }
}
