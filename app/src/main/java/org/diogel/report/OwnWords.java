package org.diogel.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.audit.Opening;
import org.diogel.consent.Agreement;
import org.diogel.consent.Disclosure;
import org.diogel.consent.Stopped;
import org.diogel.figures.Figures;
import org.diogel.kernel.Role;
import org.diogel.web.Texts;

/// What we hold about her report, in the words of one language: the same for the page, for the paper, for
/// the file and for the worker who shows it.
final class OwnWords {

    /// The roles that say most about why somebody looked, first.
    private static final List<Role> ROLES =
            List.of(
                    Role.SAFEGUARDING_LEAD,
                    Role.POLICE_LIAISON,
                    Role.MODERATOR,
                    Role.CASEWORKER,
                    Role.DATA_PROTECTION_OFFICER);

    private static final List<Continues> CONTINUES = Continues.load();

    private final Texts texts;
    private final Told told;
    private final Map<UUID, String> agencies;

    /// @param agencies names by id
    OwnWords(Texts texts, Told told, Map<UUID, String> agencies) {
        this.texts = texts;
        this.told = told;
        this.agencies = agencies;
    }

    /// @param answers questions and answers, in words
    record Section(String title, List<Pair> answers) {}

    record Pair(String question, String answer) {}

    /// What whoever has it may or must do with it once she took it back.
    ///
    /// @param recipient the beginning of ids of recipients
    /// @param text end of a message key
    /// @param source the duty, as it is cited
    private record Continues(String recipient, String text, String source) {

        static List<Continues> load() {
            try (var in = OwnWords.class.getResourceAsStream("/report/continues.csv")) {
                if (in == null) {
                    throw new IllegalStateException("continues.csv is missing");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(",", -1))
                        .map(cells -> new Continues(cells[0], cells[1], cells[2]))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    List<Section> answers() {
        Wording wording = new Wording(texts);
        List<Section> sections = new ArrayList<>();
        for (String step : Steps.ALL) {
            List<Pair> pairs =
                    Questions.of(step).stream()
                            .filter(q -> !q.field().equals("sharing"))
                            .filter(q -> told.answers().has(q.field()))
                            .map(
                                    q ->
                                            new Pair(
                                                    wording.question(q.field()),
                                                    wording.value(q, told.answers().list(q.field()))))
                            .toList();
            if (!pairs.isEmpty()) {
                sections.add(new Section(texts.t("report.step." + step), pairs));
            }
        }
        return sections;
    }

    /// What she agrees to: what for and which data, how she said so, until when.
    List<ToldPage.Agreed> agreed() {
        return told.agreements().stream().map(this::agreed).toList();
    }

    private ToldPage.Agreed agreed(Agreement one) {
        Instant until = one.until();
        return new ToldPage.Agreed(
                texts.t("report.choice." + Boxes.label(one.choice())) + " – " + who(one.recipient()),
                List.of(
                        data(one.data()),
                        texts.t(
                                one.spoken() ? "report.own.spoken" : "report.own.said",
                                "when",
                                texts.dateTime(one.at())),
                        until == null
                                ? texts.t("report.own.open")
                                : texts.t("report.own.until", "until", texts.date(until))));
    }

    private String data(List<String> kinds) {
        return texts.t(
                "report.own.data",
                "kinds",
                kinds.stream()
                        .map(kind -> texts.t("report.data." + kind))
                        .collect(Collectors.joining(", ")));
    }

    /// What has gone, and what went along with it, oldest first, each with the ground it rests on.
    List<ToldPage.Gone> gone() {
        List<ToldPage.Gone> gone = new ArrayList<>();
        for (Disclosure one : told.disclosures()) {
            String who = who(one.recipient());
            gone.add(
                    new ToldPage.Gone(
                            one.at(), false, texts.t(went(texts, one), "who", who), grounds(one)));
            told.along().stream()
                    .filter(along -> along.with().equals(one.reference()))
                    .map(along -> gone(who, along))
                    .forEach(gone::add);
        }
        gone.sort(Comparator.comparing(ToldPage.Gone::at));
        return gone;
    }

    private ToldPage.Gone gone(String who, GivenAlong.Along along) {
        return new ToldPage.Gone(
                along.at(),
                texts.t(
                        along.saved() ? "report.went.saved" : "report.went.open",
                        "who", who,
                        "kind", texts.t(along.key()),
                        "count", Figures.listed(along.number())));
    }

    private List<String> grounds(Disclosure one) {
        List<String> grounds = new ArrayList<>();
        grounds.add(data(one.data()));
        String source = one.source();
        grounds.add(
                source == null
                        ? texts.t("report.own.agreed")
                        : texts.t("report.own.law", "source", source));
        if (one.basis() != null) {
            String cited = told.cited().getOrDefault(one.basis(), one.basis().law());
            grounds.add(texts.t("report.own.basis", "source", cited));
        }
        return grounds;
    }

    /// What a later feature gives on is named by who has it; what was none of her choices by its ground.
    static String went(Texts texts, Disclosure disclosure) {
        String own =
                "report.went."
                        + (disclosure.ground() == null ? disclosure.what() : disclosure.ground());
        return texts.has(own) ? own : "report.went.warning";
    }

    /// Newest first. The same look many times on one day, as when somebody writes, is one line; one in an
    /// emergency is always a line of its own.
    List<ToldPage.Look> looks() {
        List<ToldPage.Look> looks = new ArrayList<>();
        for (Opening opening : told.openings()) {
            ToldPage.Look look = look(opening);
            boolean again =
                    !isEmergency(opening)
                            && looks.stream()
                                    .anyMatch(
                                            other ->
                                                    other.isLike(look)
                                                            && texts.date(other.at())
                                                                    .equals(texts.date(look.at())));
            if (!again) {
                looks.add(look);
            }
        }
        return looks;
    }

    private ToldPage.Look look(Opening opening) {
        String agency =
                opening.agency() == null ? "" : agencies.getOrDefault(opening.agency(), "");
        String role = role(opening);
        return new ToldPage.Look(
                opening.at(),
                role.isEmpty() ? agency : agency + ", " + role,
                texts.t(isEmergency(opening) ? "report.look.emergency" : look(opening.action())));
    }

    private static boolean isEmergency(Opening opening) {
        return opening.purpose().equals(OwnView.EMERGENCY);
    }

    /// One role, never a name: see [OwnView].
    private String role(Opening opening) {
        Set<Role> roles = told.roles().getOrDefault(opening.account(), Set.of());
        return ROLES.stream()
                .filter(roles::contains)
                .findFirst()
                .map(role -> texts.t("report.role." + role.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    /// A later feature has the words for its own looks.
    private String look(String action) {
        String own = "report.look." + action;
        String later = action.replaceFirst("\\.", ".look.");
        return texts.has(own) ? own : texts.has(later) ? later : "report.look.other";
    }

    /// What taking back stopped.
    List<String> stops() {
        return told.stops().stream().map(this::stop).toList();
    }

    private String stop(Stopped one) {
        String text =
                texts.t("report.stopped." + one.what(), "who", who(one.recipient()))
                        + " ("
                        + texts.dateTime(one.at())
                        + ")";
        return one.messages() == 0
                ? text
                : text
                        + " "
                        + texts.t("report.stopped.messages", "count", Figures.listed(one.messages()));
    }

    /// What goes on although she took back, and under which duty.
    List<String> continues() {
        if (!told.stopped() && told.stops().isEmpty()) {
            return List.of();
        }
        return told.disclosures().stream()
                .filter(one -> told.stopped() || !agrees(one))
                .map(this::continues)
                .distinct()
                .toList();
    }

    private boolean agrees(Disclosure gone) {
        return gone.ground() == null
                && told.agreements().stream().anyMatch(a -> a.recipient().equals(gone.recipient()));
    }

    private String continues(Disclosure one) {
        String who = who(one.recipient());
        String source = one.source();
        if (source != null) {
            return texts.t("report.continues.duty", "who", who, "source", source);
        }
        return CONTINUES.stream()
                .filter(known -> one.recipient().startsWith(known.recipient()))
                .findFirst()
                .map(
                        known ->
                                texts.t(
                                        "report.continues." + known.text(),
                                        "who", who,
                                        "source", known.source()))
                .orElseGet(() -> texts.t("report.continues.others", "who", who));
    }

    /// What was done about something she said is wrong; empty for what is no correction.
    List<String> answer(Addition addition) {
        if (addition.kind() != Addition.Kind.CORRECT) {
            return List.of();
        }
        Told.Answered answered = told.answered().get(addition.id());
        if (answered == null) {
            return List.of(texts.t("report.correction.waits"));
        }
        return List.of(
                texts.t(
                        "report.correction." + answered.outcome(),
                        "when",
                        texts.dateTime(answered.at())),
                answered.text());
    }

    private String who(String recipient) {
        return texts.t("report.recipient." + recipient);
    }
}
