package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;
import static org.diogel.liaison.Village.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diogel.WebTest;
import org.diogel.consent.NotAgreed;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.report.Addition;
import org.diogel.report.ReportErased;
import org.diogel.report.Supplements;
import org.diogel.report.Ticket;
import org.diogel.web.Languages;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.web.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What she adds or corrects after something was given to others: it goes to nobody by itself, and to
/// whom she ticks exactly as she was shown it.
@WebTest
class SupplementsTest extends InVillage {

    private static final String WATCHDOG = "police-watchdog";
    private static final String LATER = "CANARY-LATER <b>it was a green van</b>, not a blue one";

    @Autowired Supplements supplements;
    @Autowired PdfWriter pdf;
    @Autowired Languages languages;

    @Test
    void itGoesToNobodyByItselfAndIsAskedWhereHerOwnWordsMayGo() {
        Ticket ticket =
                village.tell(
                        Village.SOUTH, WATCHDOG, Village.SOUTH_INTELLIGENCE, "crimestoppers", "members");
        PackageId id = pass(ticket, Village.SOUTH);
        pass(ticket, Village.SOUTH_INTELLIGENCE);
        open(id);
        receipts.add(ticket, Addition.Kind.CORRECT, LATER);
        receipts.add(ticket, Addition.Kind.ANSWER, "CANARY-ANSWER ring after six");
        assertThat(waiting(ticket)).containsExactlyInAnyOrder(WATCHDOG, "crimestoppers");
        assertThat(given(village.sian, id).added()).isFalse();
        assertThatThrownBy(() -> supplements.list(ticket))
                .as("the code alone does not learn whom she chose")
                .isInstanceOf(IllegalStateException.class);
        Ticket her = proved(ticket);
        assertThat(supplements.list(her))
                .singleElement()
                .satisfies(
                        ask -> {
                            assertThat(ask.addition().text()).isEqualTo(LATER);
                            assertThat(ask.open()).containsExactlyInAnyOrder(Village.SOUTH, WATCHDOG);
                            assertThat(ask.held())
                                    .extracting(h -> h.recipient() + " " + h.reason())
                                    .containsExactlyInAnyOrder(
                                            Village.SOUTH_INTELLIGENCE + " words",
                                            "crimestoppers words",
                                            "members words");
                        });
        // What was not asked is not agreed, whatever a form says.
        Supplements.Ask ask = supplements.list(her).getFirst();
        supplements.agree(
                her,
                Set.of(
                        ask.pick(Village.SOUTH_INTELLIGENCE),
                        ask.pick(Village.GWENT),
                        Village.SOUTH + "." + UUID.randomUUID(),
                        Village.SOUTH),
                Lang.EN);
        assertThat(receipts.told(her).supplements()).isEmpty();
        for (String nobody : List.of(Village.SOUTH, Village.SOUTH_INTELLIGENCE, Village.GWENT)) {
            assertThatThrownBy(() -> passAdded(ticket, nobody, ask.addition().id()))
                    .as(nobody)
                    .isInstanceOf(NotAgreed.class);
        }
    }

    @Test
    void whomSheTicksGetsExactlyTheWordsInEveryFormAndIsToldAnew() throws Exception {
        Ticket ticket = village.tell(Village.SOUTH, Village.GWENT);
        PackageId first = pass(ticket, Village.SOUTH);
        pass(ticket, Village.GWENT);
        open(first);
        came(first, "none-unknown", "", null);
        assertThat(as(village.sian, () -> inbox.list(true, null)).rows()).hasSize(1);
        UUID what = add(ticket, LATER, Village.SOUTH);
        assertThat(waiting(ticket)).containsExactly(Village.SOUTH);
        assertThat(as(village.anwen, () -> passing.open(ticket.report())).offers())
                .singleElement()
                .satisfies(
                        offer -> {
                            assertThat(offer.addition()).isEqualTo(what);
                            assertThat(offer.letter().lines())
                                    .containsExactly(new Letter.Line("corrected", List.of(LATER)));
                        });
        PackageId id = passAdded(ticket, Village.SOUTH, what);
        assertThat(passAdded(ticket, Village.SOUTH, what)).as("pressed twice").isEqualTo(id);
        assertThat(waiting(ticket)).isEmpty();
        assertThat(disclosed(ticket))
                .containsExactly("passed " + Village.SOUTH, "passed " + Village.GWENT, "added " + Village.SOUTH);
        assertThat(one("SELECT count(*) FROM consent.disclosure d JOIN consent.supplement s"
                        + " ON s.subject = d.subject AND s.shown = d.excerpt_digest WHERE d.reference = '" + id + "'"))
                .isEqualTo("1");
        assertThat(lines(ticket)).contains("liaison.status.added");

        assertThat(given(village.sian, first).added()).as("new again").isTrue();
        clock.run();
        assertThat(told(id)).isEqualTo(1);
        hidden(village.sian, id);
        hidden(village.gwenan, first);
        assertThat(as(village.gwenan, () -> inbox.list(false, null)).rows()).noneMatch(Standing::added);
        Inbox.Reading reading = as(village.sian, () -> inbox.open(first, Inbox.Way.PAGE, "investigate"));
        assertThat(reading.added())
                .singleElement()
                .satisfies(
                        added -> {
                            assertThat(added.row().reference()).isEqualTo(reading.row().reference() + "-2");
                            assertThat(added.letter().lines())
                                    .containsExactly(new Letter.Line("corrected", List.of(LATER)));
                        });
        assertThatThrownBy(() -> run(village.anwen, () -> handing.answer(id, "Nobody would see this")))
                .as("desk and force talk about the first")
                .isInstanceOf(Stale.class);
        Texts texts = languages.in(Lang.EN);
        assertThat(text(pdf.letter(texts, reading))).contains("CANARY-LATER", "Added later");
        assertThat(new String(JsonFile.of(texts, reading), StandardCharsets.UTF_8)).contains("CANARY-LATER");
        Draft draft = Draft.of(texts, reading);
        assertThat(draft.text().toString()).doesNotContain("CANARY-LATER");
        assertThat(draft.apart()).extracting(Said.Line::value).contains(LATER);
        assertThat(as(village.sian, () -> inbox.get(first)).added()).isFalse();
        assertThat(as(village.sian, () -> inbox.list(true, null)).rows()).as("at an end again").hasSize(1);
        assertThat(receipts.told(proved(ticket)).openings())
                .filteredOn(o -> o.action().equals("liaison.opened"))
                .hasSize(2);
    }

    @Test
    void byHandItIsAPaperOfItsOwnInTheDesksList() throws Exception {
        Ticket ticket = village.tell(WATCHDOG);
        PackageId first = pass(ticket, WATCHDOG);
        run(village.anwen, () -> handing.print(first));
        UUID what = add(ticket, LATER, WATCHDOG);
        PackageId id = passAdded(ticket, WATCHDOG, what);
        PackageRow row = as(village.anwen, () -> handing.get(id));
        assertThat(row.state()).isEqualTo(PackageState.TO_HAND);
        assertThat(row.reference())
                .isEqualTo(as(village.anwen, () -> handing.get(first)).reference() + "-2");
        assertThat(as(village.anwen, passing::list)).extracting(s -> s.row().id()).contains(first, id);
        assertThat(disclosed(ticket)).containsExactly("handed " + WATCHDOG);
        run(village.anwen, () -> handing.print(id));
        assertThat(disclosed(ticket)).containsExactly("handed " + WATCHDOG, "added " + WATCHDOG);
        Inbox.Reading paper = as(village.anwen, () -> handing.paper(id)).orElseThrow();
        assertThat(paper.letter().lines()).containsExactly(new Letter.Line("corrected", List.of(LATER)));
        assertThat(text(pdf.letter(languages.in(Lang.EN), paper)))
                .contains("CANARY-LATER")
                .doesNotContain("CANARY-STORY");
        run(village.anwen, () -> handing.destroyed(id));
        assertThat(waiting(ticket)).as("not handed over: it waits again").containsExactly(WATCHDOG);
    }

    @Test
    void takenBackItIsNotPassedOnAndAgreeingAnewDoesNotBringItBack() {
        Ticket ticket = village.tell(Village.SOUTH, Village.GWENT);
        PackageId first = pass(ticket, Village.SOUTH);
        UUID what = add(ticket, LATER, Village.SOUTH);
        Ticket her = proved(ticket);
        receipts.choose(her, Set.of(Village.GWENT, Village.SOUTH), Lang.EN, receipts.told(her).seen());
        assertThat(waiting(ticket)).as("what she agrees to still").contains(Village.SOUTH);
        receipts.choose(her, Set.of(Village.GWENT), Lang.EN, receipts.told(her).seen());
        assertThat(waiting(ticket)).containsExactly(Village.GWENT);
        assertThatThrownBy(() -> passAdded(ticket, Village.SOUTH, what)).isInstanceOf(NotAgreed.class);
        receipts.choose(her, Set.of(Village.GWENT, Village.SOUTH), Lang.EN, receipts.told(her).seen());
        assertThat(pass(ticket, Village.SOUTH)).isNotEqualTo(first);
        assertThat(receipts.told(her).supplements()).isEmpty();
        assertThatThrownBy(() -> passAdded(ticket, Village.SOUTH, what)).isInstanceOf(NotAgreed.class);
        assertThat(supplements.list(her)).as("she is asked anew").hasSize(1);
    }

    @Test
    void stoppingTakesBackWhatIsUnread() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId first = pass(ticket, Village.SOUTH);
        open(first);
        UUID what = add(ticket, LATER, Village.SOUTH);
        PackageId id = passAdded(ticket, Village.SOUTH, what);
        receipts.stop(ticket);
        assertThat(as(village.anwen, () -> handing.get(id)).state()).isEqualTo(PackageState.TAKEN_BACK);
        assertThat(disclosed(ticket)).containsExactly("passed " + Village.SOUTH);
        assertThat(given(village.sian, first).added()).isFalse();
        assertThat(supplements.list(proved(ticket))).isEmpty();
    }

    @Test
    void nothingGoesWhileTheLeadHasItAndErasingTakesTheWords() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId first = pass(ticket, Village.SOUTH);
        open(first);
        UUID passed = add(ticket, LATER, Village.SOUTH);
        PackageId id = passAdded(ticket, Village.SOUTH, passed);
        UUID agreed = add(ticket, "CANARY-MORE he came again", Village.SOUTH);
        run(village.catrin, () -> reports.pass(ticket.report(), version(ticket), "A child may be at risk"));
        assertThat(waiting(ticket)).isEmpty();
        assertThatThrownBy(() -> passAdded(ticket, Village.SOUTH, agreed))
                .isInstanceOfAny(NotAgreed.class, NotHere.class);
        assertThat(one("SELECT state FROM liaison.package WHERE id = '" + id + "'")).isEqualTo("TAKEN_BACK");
        assertThat(as(village.sian, () -> inbox.open(first, Inbox.Way.PAGE, "investigate")).added()).isEmpty();
        assertThat(one("SELECT count(*) FROM liaison.content WHERE package = '" + id + "'")).isEqualTo("1");
        run(
                new Actor.Task("sweep"),
                () ->
                        new TransactionTemplate(app.getBean(PlatformTransactionManager.class))
                                .executeWithoutResult(
                                        _ -> app.publishEvent(new ReportErased(ticket.report()))));
        assertThat(one("SELECT count(*) FROM liaison.content WHERE package = '" + id + "'")).isEqualTo("0");
    }

    /// The database itself lets nobody say or learn it with the code alone.
    @Test
    void theCodeAloneWritesAndReadsNothing() {
        Ticket ticket = village.tell(Village.SOUTH);
        UUID what = add(ticket, LATER, Village.SOUTH);
        assertThat(what).isNotNull();
        assertThatThrownBy(() -> supplements.agree(ticket, Set.of(), Lang.EN))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> consents.supplements(ticket.report().value()).size())
                .isInstanceOf(RuntimeException.class);
    }

    /// She adds something and ticks these.
    private UUID add(Ticket ticket, String text, String... recipients) {
        receipts.add(ticket, Addition.Kind.CORRECT, text);
        Ticket her = proved(ticket);
        Supplements.Ask ask =
                supplements.list(her).stream()
                        .filter(a -> a.addition().text().equals(text))
                        .findFirst()
                        .orElseThrow();
        supplements.agree(
                her, Arrays.stream(recipients).map(ask::pick).collect(Collectors.toSet()), Lang.EN);
        return ask.addition().id();
    }

    private Ticket proved(Ticket ticket) {
        return receipts.prove(ticket, Village.SECOND).orElseThrow();
    }

    private PackageId passAdded(Ticket ticket, String recipient, UUID addition) {
        return as(village.anwen, () -> passing.passAdded(ticket.report(), recipient, addition));
    }

    private Standing given(Actor officer, PackageId id) {
        return as(officer, () -> inbox.list(false, null).rows()).stream()
                .filter(s -> s.row().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte[] file) throws java.io.IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
