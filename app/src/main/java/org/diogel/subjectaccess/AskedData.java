package org.diogel.subjectaccess;

import java.util.List;
import java.util.Optional;

/// What the register offers, as its tables of data say it.
public final class AskedData {

    static final List<Asker> ASKERS =
            Data.rows("askers").stream()
                    .map(cells -> new Asker(cells.get(0), Integer.parseInt(cells.get(1))))
                    .toList();
    static final List<Power> POWERS =
            Data.rows("powers").stream()
                    .map(c -> new Power(c.get(0), Data.words(c.get(1)), c.get(2).equals("yes"), c.get(3)))
                    .toList();
    static final List<Move> MOVES =
            Data.rows("asked-moves").stream()
                    .map(
                            c ->
                                    new Move(
                                            c.get(0),
                                            Data.words(c.get(1)).stream().map(AskedState::valueOf).toList(),
                                            AskedState.valueOf(c.get(2))))
                    .toList();

    /// What she says of it, or why she was not asked.
    static final List<String> VIEWS =
            List.of("agrees", "agrees-part", "objects", "no-answer", "not-unsafe", "not-reached", "not-forbidden");

    /// Whether those who ask told her, section 44B.
    static final List<String> NOTICES = List.of("given", "not-yet", "not-needed");

    /// Classes of data, as those who ask know them.
    static final List<String> CLASSES =
            List.of("account", "people", "contact", "files", "messages", "steps", "support");

    static final List<String> WAYS = List.of("in-person", "secure-mail", "post", "their-page");

    /// What is written in words.
    static final List<String> WORDS =
            List.of("asker", "exact", "report", "necessity", "proportion", "otherwise", "scope", "herWords", "went");

    private AskedData() {}

    /// @param days working days there are to answer
    record Asker(String id, int days) {}

    /// @param binding whether it has to be answered with what is asked
    record Power(String id, List<String> who, boolean binding, String source) {}

    record Move(String name, List<AskedState> from, AskedState to) {}

    static Optional<Asker> asker(String id) {
        return ASKERS.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    static Optional<Power> power(String id) {
        return POWERS.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    static Optional<Move> move(String name) {
        return MOVES.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// The law a power stands in.
    public static String source(String power) {
        return power(power).map(Power::source).orElse("");
    }
}
