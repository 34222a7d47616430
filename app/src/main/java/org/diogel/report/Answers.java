package org.diogel.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Email;
import org.diogel.kernel.Handle;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.Region;
import org.diogel.kernel.SafeText;
import org.diogel.kernel.Vehicle;

/// Everything somebody told, by the fields of the form: options by their names, texts as they were
/// typed. Fields nobody answered are absent. Immutable.
///
/// @param values cleaned, never empty lists or texts; keys are fields of [Questions]
public record Answers(Map<String, List<String>> values) {

    /// The project of the worker who told it.
    static final String PROJECT = "who.project";

    private static final Answers NONE = new Answers(Map.of());

    public Answers {
        Map<String, List<String>> clean = new TreeMap<>();
        values.forEach(
                (field, all) -> {
                    List<String> some =
                            all.stream()
                                    .map(SafeText::clean)
                                    .map(String::strip)
                                    .filter(text -> !text.isEmpty())
                                    .toList();
                    if (!some.isEmpty()) {
                        clean.put(field, some);
                    }
                });
        values = Map.copyOf(clean);
    }

    public static Answers none() {
        return NONE;
    }

    /// The answer, or an empty text.
    public String text(String field) {
        return list(field).isEmpty() ? "" : list(field).getFirst();
    }

    public List<String> list(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    public boolean is(String field, String option) {
        return list(field).contains(option);
    }

    /// These answers with others in the place of the same fields; an empty list takes one away.
    public Answers with(Map<String, List<String>> changed) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new Answers(all);
    }

    /// Empty when she did not say or does not know.
    public Optional<Severity> severity() {
        return Arrays.stream(Severity.values())
                .filter(severity -> is("what.severity", severity.name()))
                .findFirst();
    }

    public Optional<Region> region() {
        return Arrays.stream(Region.values())
                .filter(region -> is("where.region", region.name()))
                .findFirst();
    }

    /// Stands for what these fields hold now: a page carries it along, so that two windows cannot
    /// overwrite each other unseen. 16 letters.
    public String seen(Collection<String> fields) {
        Map<String, List<String>> some = new TreeMap<>();
        fields.forEach(field -> some.put(field, list(field)));
        return digest(some);
    }

    static String digest(Map<String, List<String>> some) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    new TreeMap<>(some).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }

    /// Numbers, one a line as typed.
    public List<PhoneNumber> phones() {
        return lines("them.phone").stream().map(PhoneNumber::of).toList();
    }

    public List<Email> emails() {
        return lines("them.email").stream().map(Email::of).toList();
    }

    public List<Handle> handles() {
        return lines("them.handle").stream().map(Handle::of).toList();
    }

    public List<Vehicle> vehicles() {
        return lines("them.vehicle").stream().map(Vehicle::of).toList();
    }

    /// Whether she knows the person, or the person holds power over her: what describes that person
    /// may then point to her. DOMAIN §4.5, RESP Q1.
    public boolean isClose() {
        return List.of("partner", "ex", "relative", "police", "professional").stream()
                .anyMatch(relation -> is("them.relation", relation));
    }

    /// Whether the person holds power by their work.
    boolean isAboutPower() {
        return is("them.relation", "police") || is("them.relation", "professional");
    }

    /// Whether anything of it may be shared. What happened to somebody else may not without that
    /// person's own yes, whatever was ticked. DOMAIN §4.2.
    public boolean mayBeShared() {
        if (is("who.for", "other")) {
            return is("who.agreement", "yes");
        }
        return is("who.for", "myself")
                || !is("who.agreement", "no") && !is("who.agreement", "unable");
    }

    /// As [#mayBeShared()] for one of the seven choices. Where a worker told it and the person said no or
    /// could not be asked, a warning with nothing about her is possible and nothing else is.
    boolean mayBeShared(SharingChoice choice) {
        return mayBeShared() || choice == SharingChoice.WARNING && isToldByWorker();
    }

    /// Whether a worker who signed in told it.
    /// Somebody controlling may hold her phone: who did it lives close to her, or she says that somebody
    /// must not know. Whoever is unsure of it asks a worker, who can change it.
    boolean isWatched() {
        return is("them.relation", "partner") || is("them.relation", "relative") || has("contact.secret");
    }

    boolean isToldByWorker() {
        return has(PROJECT);
    }

    /// Whether something she told makes it likely that a child or a life is at risk.
    boolean showsDanger() {
        return is("now.danger", "yes")
                || is("now.danger", "unsure")
                || is("what.kinds", "strangling")
                || is("what.kinds", "forced");
    }

    boolean mayBeChild() {
        return is("who.adult", "no") || is("who.adult", "unsure");
    }

    Map<String, List<String>> part(Part part) {
        Map<String, List<String>> some = new TreeMap<>();
        for (Question question : Questions.all()) {
            if (question.sealedIn() == part && has(question.field())) {
                some.put(question.field(), list(question.field()));
            }
        }
        return some;
    }

    private List<String> lines(String field) {
        return text(field).lines().map(String::strip).filter(l -> !l.isEmpty()).limit(20).toList();
    }

    /// Says nothing of what was told: it must never reach a log.
    @Override
    public String toString() {
        return "Answers[" + values.size() + " fields]";
    }
}
