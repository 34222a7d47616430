package org.diogel.report;

import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.diogel.govuk.CharacterCount;
import org.diogel.govuk.Choice;
import org.diogel.govuk.FormControl;
import org.diogel.govuk.DateInput;
import org.diogel.govuk.InsetText;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.springframework.http.HttpStatus;

/// What can be done with one report, a page each; and what she wrote, opened for one look.
final class QueueTaskPages {

    /// Most characters of a reason or a message.
    static final int LONGEST = 2_000;

    /// Where what went and who looked may be read: the first is a safe place alone.
    static final List<String> WHERE = List.of("safe", "anywhere");

    private final Texts texts;
    private final QueueItem item;
    private final Form form;
    private final boolean overtaken;
    private final boolean lead;

    /// @param lead the reader is a safeguarding lead
    QueueTaskPages(Texts texts, QueueItem item, Form form, boolean lead) {
        this(texts, item, form, lead, false);
    }

    private QueueTaskPages(
            Texts texts, QueueItem item, Form form, boolean lead, boolean overtaken) {
        this.lead = lead;
        this.texts = texts;
        this.item = item;
        this.form = form;
        this.overtaken = overtaken;
    }

    /// Asks why she wants to open what was written.
    View askPurpose() {
        Radios purposes =
                Radios.of(
                                "purpose",
                                Legend.medium(texts.t("queue.original.purpose")),
                                Arrays.stream(QueuePurpose.values())
                                        .map(p ->
                                                Choice.of(
                                                        p.label(),
                                                        texts.t("queue.purpose." + p.label())))
                                        .toList())
                        .selected(form.value("purpose"));
        return task("original", mended(purposes, "purpose"));
    }

    View message() {
        return task("message", text("text", "queue.message.text"));
    }

    /// @param somebody the project has a lead who will be told
    View pass(boolean somebody) {
        CharacterCount reason = text("reason", "queue.pass.reason");
        return somebody
                ? task("pass", reason)
                : task("pass", InsetText.of(texts.t("queue.pass.nobody")), reason);
    }

    View close() {
        return task("close", text("reason", "queue.reason"));
    }

    View reopen() {
        return task("reopen", text("reason", "queue.reason"));
    }

    /// @param now whether a worker alone shows it
    View safePlace(boolean now) {
        Radios where =
                Radios.of(
                                "where",
                                Legend.medium(texts.t("queue.safe-place.where")),
                                WHERE.stream()
                                        .map(w -> Choice.of(w, texts.t("queue.safe-place." + w)))
                                        .toList())
                        .selected(form.has("where") ? form.value("where") : WHERE.get(now ? 0 : 1));
        return task("safe-place", mended(where, "where"));
    }

    /// Answers what she says is wrong.
    View correct(CorrectionStore.Asked asked) {
        Radios outcomes =
                Radios.of(
                                "outcome",
                                Legend.medium(
                                        texts.t(
                                                "queue.correct.outcome",
                                                "when",
                                                texts.dateTime(asked.at()))),
                                Arrays.stream(Correction.Outcome.values())
                                        .map(o -> Choice.of(o.label(), texts.t("queue.correct." + o.label())))
                                        .toList())
                        .selected(form.value("outcome"));
        return task(
                "correct",
                output ->
                        output.writeContent(
                                "<input type=\"hidden\" name=\"addition\" value=\"" + asked.addition() + "\">"),
                mended(outcomes, "outcome"),
                text("text", "queue.correct.text"));
    }

    /// The police need it kept until a day, or no longer.
    View keep() {
        DateInput until =
                DateInput.of("until", Legend.medium(texts.t("queue.keep.until")))
                        .withLabels(
                                texts.t("report.date.day"),
                                texts.t("report.date.month"),
                                texts.t("report.date.year"))
                        .withValues(
                                form.value("until-day"),
                                form.value("until-month"),
                                form.value("until-year"));
        return task("keep", mended(until, "until-day"), text("reason", "queue.reason"));
    }

    View screening() {
        Radios grounds =
                Radios.of(
                                "ground",
                                Legend.medium(texts.t("queue.screening.ground")),
                                Arrays.stream(ScreeningGround.values())
                                        .filter(this::isPossible)
                                        .map(g ->
                                                Choice.of(
                                                                g.label(),
                                                                texts.t("queue.ground." + g.label()))
                                                        .withHint(texts.t(consequence(g))))
                                        .toList())
                        .selected(form.value("ground"));
        return task("screening", mended(grounds, "ground"), text("reason", "queue.reason"));
    }

    /// What is held can only be let go; what was answered and is with the desk, only held.
    private boolean isPossible(ScreeningGround ground) {
        return switch (item.state()) {
            case HELD -> !ground.risk;
            case WAITING -> true;
            default -> ground.risk || item.mustBeScreened();
        };
    }

    private String consequence(ScreeningGround ground) {
        boolean byDesk = ground.risk ? !lead : !item.waits();
        return "queue.ground." + ground.label() + (byDesk ? ".desk" : ".then");
    }

    /// The same page when somebody else was first: what was typed stays, beside how it stands now.
    View overtaken(Function<QueueTaskPages, View> page) {
        return page.apply(new QueueTaskPages(texts, item, form, lead, true))
                .status(HttpStatus.CONFLICT);
    }

    View original(Opened opened, QueuePurpose purpose, boolean mayWarn) {
        OriginalWords words = new OriginalWords(texts);
        return View.staff(
                        "report/queue-original",
                        texts.t("queue.original.title", "reference", item.reference()),
                        new QueueOriginalPage(
                                QueuePages.path(item.id()),
                                item.reference(),
                                texts.t("queue.purpose." + purpose.label()),
                                texts.language(item.lang()),
                                words.sections(opened),
                                words.later(opened),
                                mayWarn,
                                lead || item.mustBeScreened() ? "screening" : "pass"))
                .back(QueuePages.path(item.id()));
    }

    private View task(String what, Content... controls) {
        return View.staff(
                        "report/queue-task",
                        texts.t("queue." + what + ".title", "reference", item.reference()),
                        new QueueTaskPage(
                                QueuePages.path(item.id()) + "/" + what,
                                QueuePages.path(item.id()),
                                item.reference(),
                                what,
                                alert(what),
                                texts.t("queue." + what + ".lines").lines().toList(),
                                List.of(controls),
                                overtaken || !form.has("seen")
                                        ? Integer.toString(item.version())
                                        : form.value("seen"),
                                form.has("key") ? form.value("key") : UUID.randomUUID().toString()))
                .with(form)
                .back(QueuePages.path(item.id()));
    }

    /// What has to be known first, or nothing.
    private String alert(String what) {
        if (what.equals("close") && !item.isReadyToClose() && !item.waits()) {
            return texts.t(QueueFacts.open(item));
        }
        if (overtaken) {
            return texts.t(
                    "queue.overtaken",
                    "state",
                    texts.t("queue.state." + item.state().name().toLowerCase(Locale.ROOT)));
        }
        if (!what.equals("screening")) {
            return "";
        }
        return texts.t(
                item.mustBeScreened()
                        ? "queue.screening.first"
                        : item.waits()
                                ? "queue.why." + QueueFacts.why(item)
                                : "queue.screening.hold");
    }

    private CharacterCount text(String field, String key) {
        CharacterCount count =
                CharacterCount.of(field, Label.of(texts.t(key)).medium(), LONGEST)
                        .withThreshold(75)
                        .withDescription(texts.t("queue.count", "most", LONGEST))
                        .withValue(form.value(field));
        return mended(
                texts.has(key + ".hint") ? count.withHint(texts.t(key + ".hint")) : count, field);
    }

    private <C extends FormControl<C>> C mended(C control, String field) {
        Form.Mend mend = form.errors().get(field);
        return control.withError(mend == null ? null : texts.t(mend), texts.t("web.error.hidden"));
    }
}
