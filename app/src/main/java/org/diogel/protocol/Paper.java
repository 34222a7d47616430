package org.diogel.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A paper that no agency signs without, as `papers.csv` puts it together from what a protocol says.
public enum Paper {
    /// The information-sharing protocol itself, in the form of the Welsh accord.
    SHARING,
    /// Data-protection impact assessment.
    IMPACT,
    /// Record of processing.
    RECORD,
    /// What joint controllers arrange between them.
    JOINT,
    /// The policy document that special-category and criminal-offence data need.
    POLICY;

    /// @param block what of the protocol itself stands under it, or empty
    /// @param source what asks for it
    public record Section(String key, String block, String source) {}

    /// A risk with how likely and how bad it is, 1 to 3 each, before and after what is done about it.
    public record Risk(String key, int likely, int bad, int likelyAfter, int badAfter) {}

    private static final List<Risk> RISKS =
            Csv.lines("/protocol/risks.csv").stream()
                    .map(
                            cells ->
                                    new Risk(
                                            cells[0],
                                            Integer.parseInt(cells[1]),
                                            Integer.parseInt(cells[2]),
                                            Integer.parseInt(cells[3]),
                                            Integer.parseInt(cells[4])))
                    .toList();

    private final List<Section> sections =
            Csv.lines("/protocol/papers.csv").stream()
                    .filter(cells -> cells[0].equals(key()))
                    .map(cells -> new Section(cells[1], cells[2], cells[3]))
                    .toList();

    static Optional<Paper> find(String key) {
        return Stream.of(values()).filter(paper -> paper.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Section> sections() {
        return sections;
    }

    public static List<Risk> risks() {
        return RISKS;
    }
}
