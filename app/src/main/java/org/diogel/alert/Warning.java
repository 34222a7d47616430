package org.diogel.alert;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.SafeText;
import org.diogel.report.Severity;

/// Everything a warning says and for whom. Values by name: the fields of [WarningFields] (spoken
/// ones as `description.en`, `description.cy`), `severity`, `regions`, `audience` (`all` or agency
/// ids), `days`, `review`, `evidence`; reasons given for flags as `reason.<flag>`. Immutable.
public record Warning(Map<String, List<String>> values) {

    public static final List<Integer> DAYS = List.of(7, 14, 30, 60, 90);
    public static final List<String> EVIDENCE = List.of("one", "several", "confirmed");

    /// The audience that is everybody.
    public static final String ALL = "all";

    private static final String REASON = "reason.";

    public Warning {
        Map<String, List<String>> clean = new TreeMap<>();
        values.forEach(
                (name, all) -> {
                    List<String> some =
                            all.stream()
                                    .map(SafeText::clean)
                                    .map(String::strip)
                                    .filter(text -> !text.isEmpty())
                                    .toList();
                    if (!some.isEmpty()) {
                        clean.put(name, some);
                    }
                });
        values = Map.copyOf(clean);
    }

    public List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    public String text(String name) {
        return list(name).isEmpty() ? "" : list(name).getFirst();
    }

    /// All its values, a line each.
    String whole(String name) {
        return String.join("\n", list(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// The name a field's value has in one language.
    public static String key(WarningField field, Lang lang) {
        return field.spoken() ? field.name() + "." + lang.tag() : field.name();
    }

    public Severity severity() {
        return has("severity") ? Severity.valueOf(text("severity")) : Severity.RISKY;
    }

    /// In the order of the map of Wales.
    public List<Region> regions() {
        Set<String> named = Set.copyOf(list("regions"));
        return Arrays.stream(Region.values()).filter(r -> named.contains(r.name())).toList();
    }

    /// Only where somebody said so: what says nothing about whom it is for is for nobody.
    public boolean isForEveryone() {
        return list("audience").contains(ALL);
    }

    /// The agencies it is for, when it is not for everyone.
    public List<UUID> audience() {
        return list("audience").stream().flatMap(id -> agency(id).stream()).toList();
    }

    /// Who asked for it and why, where it comes from no report.
    public Map<String, List<String>> source() {
        Map<String, List<String>> source = new LinkedHashMap<>();
        values.forEach(
                (name, all) -> {
                    if (name.startsWith(AlertKind.SOURCE)) {
                        source.put(name, all);
                    }
                });
        return source;
    }

    private boolean says(String spoken) {
        return Lang.whole().stream().anyMatch(lang -> has(spoken + "." + lang.tag()));
    }

    /// Whether it says what happened or what is asked, where, and for whom that is.
    public boolean isReady(AlertKind kind) {
        boolean says = kind.fromReport() ? has("kinds") : says("asked");
        return says
                && !regions().isEmpty()
                && (isForEveryone() || !audience().isEmpty());
    }

    public int days() {
        return number("days", 30);
    }

    public int reviewDays() {
        return Math.min(days(), number("review", 14));
    }

    public String evidence() {
        return EVIDENCE.contains(text("evidence")) ? text("evidence") : EVIDENCE.getFirst();
    }

    /// Languages in which something is said that is not said in this one.
    public boolean lacks(Lang lang) {
        return WarningFields.all().stream()
                .filter(WarningField::spoken)
                .anyMatch(
                        field ->
                                !has(key(field, lang))
                                        && Lang.whole().stream()
                                                .anyMatch(other -> has(key(field, other))));
    }

    public boolean isComplete() {
        return Lang.whole().stream().noneMatch(this::lacks);
    }

    public String reason(Flag flag) {
        return text(REASON + flag.id());
    }

    /// These words with others in their place; an empty list takes one away.
    public Warning with(Map<String, List<String>> changed) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new Warning(all);
    }

    private static Optional<UUID> agency(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private int number(String name, int otherwise) {
        return DAYS.stream()
                .filter(n -> n.toString().equals(text(name)))
                .findFirst()
                .orElse(otherwise);
    }

    /// Says nothing of its content.
    @Override
    public String toString() {
        return "Warning[" + values.size() + " fields]";
    }
}
