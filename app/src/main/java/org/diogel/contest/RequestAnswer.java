package org.diogel.contest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One of the answers there are, as `contest/answers.csv` says it; words `contest.answer.<name>`.
///
/// @param from the states in which it can be given
/// @param to the state it leads to
public record RequestAnswer(String name, Set<RequestState> from, RequestState to, Clock clock) {

    /// What it does to the month.
    enum Clock {
        RUN,
        WAIT,
        START,
        EXTEND,
        STOP
    }

    private static final List<RequestAnswer> ALL = read();

    static Optional<RequestAnswer> find(String name) {
        return ALL.stream().filter(answer -> answer.name().equals(name)).findFirst();
    }

    /// Those that can be given now, in the order of the page.
    static List<RequestAnswer> in(RequestState state, boolean extended) {
        return ALL.stream()
                .filter(answer -> answer.from().contains(state))
                .filter(answer -> answer.clock() != Clock.EXTEND || !extended)
                .toList();
    }

    private static List<RequestAnswer> read() {
        try (var in = RequestAnswer.class.getResourceAsStream("/contest/answers.csv")) {
            if (in == null) {
                throw new IllegalStateException("contest/answers.csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RequestAnswer::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RequestAnswer of(String line) {
        String[] cells = line.split(",", -1);
        return new RequestAnswer(
                cells[0],
                Arrays.stream(cells[1].split(" "))
                        .map(RequestState::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                RequestState.valueOf(cells[2]),
                Clock.valueOf(cells[3].toUpperCase(Locale.ROOT)));
    }
}
