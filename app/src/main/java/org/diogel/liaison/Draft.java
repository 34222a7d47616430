package org.diogel.liaison;

import java.util.List;
import java.util.stream.Stream;
import org.diogel.web.Texts;

/// A draft in the layout of an intelligence report as police forces in the United Kingdom use it: who
/// it is from, how the source and what it says are graded, the text, and how it may be handled. The
/// grades are proposals that an officer decides about. Where it came from stands apart, on a page of
/// its own that does not go with the report.
///
/// @param reference the package's own: the only way back to where it came from
/// @param source the three grades of the source, the proposed one marked
/// @param assessment the five grades of what it says, the proposed one marked
/// @param handling the two handling codes, the proposed one marked
/// @param text what may stand in the report, in words
/// @param apart what says or may say who told it, in words, and what she added later in her own; empty
///     where the package has nothing of it
public record Draft(
        String reference,
        List<Grade> source,
        List<Grade> assessment,
        List<Grade> handling,
        List<String> conditions,
        List<Said.Line> text,
        List<Said.Line> apart) {

    /// @param proposed as this draft fills it in
    public record Grade(String code, String text, boolean proposed) {}

    /// Nobody here knows how reliable she is, so the source is untested. What she says happened to
    /// herself she knows directly; of what nobody says how it is known, that is what is said. It is
    /// always passed on with conditions.
    static Draft of(Texts texts, Inbox.Reading reading) {
        Said said = new Said(texts);
        Letter letter = reading.letter();
        String known =
                letter.is("who.for", "myself") ? "A" : letter.is("who.for", "other") ? "C" : "D";
        return new Draft(
                reading.row().reference(),
                grades(texts, "source", List.of("1", "2", "3"), "2"),
                grades(texts, "assessment", List.of("A", "B", "C", "D", "E"), known),
                grades(texts, "handling", List.of("P", "C"), "C"),
                said.conditions(reading.row()),
                said.lines(letter.sanitised()),
                Stream.concat(
                                said.lines(letter.provenance()).stream(),
                                said.added(reading.added()).stream())
                        .toList());
    }

    private static List<Grade> grades(
            Texts texts, String scale, List<String> codes, String proposed) {
        return codes.stream()
                .map(
                        code ->
                                new Grade(
                                        code,
                                        texts.t("liaison.grade." + scale + "." + code),
                                        code.equals(proposed)))
                .toList();
    }
}
