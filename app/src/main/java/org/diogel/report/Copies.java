package org.diogel.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.diogel.web.Texts;

/// Makes a [Copy] of what we hold.
final class Copies {

    private Copies() {}

    /// @param asked a tag of a language or `both`; anything else is the reader's own
    static Copy of(
            Languages languages,
            Lang own,
            String asked,
            String path,
            Told told,
            Map<UUID, String> agencies,
            Instant now) {
        List<Lang> offered = new ArrayList<>(List.of(own));
        Lang.whole().stream().filter(lang -> !lang.equals(own)).forEach(offered::add);
        List<Lang> chosen =
                asked.equals(Copy.BOTH)
                        ? Lang.whole()
                        : offered.stream()
                                .filter(lang -> lang.tag().equals(asked))
                                .findFirst()
                                .map(List::of)
                                .orElse(List.of(own));
        String in = asked.equals(Copy.BOTH) ? Copy.BOTH : chosen.getFirst().tag();
        List<Copy.Other> others = new ArrayList<>();
        offered.stream()
                .filter(lang -> !lang.tag().equals(in))
                .forEach(lang -> others.add(new Copy.Other(lang.tag(), lang.ownName())));
        if (!in.equals(Copy.BOTH)) {
            others.add(new Copy.Other(Copy.BOTH, ""));
        }
        return new Copy(
                in,
                path,
                others,
                chosen.stream().map(lang -> part(languages.in(lang), told, agencies, now)).toList());
    }

    private static Copy.Part part(Texts texts, Told told, Map<UUID, String> agencies, Instant now) {
        OwnWords words = new OwnWords(texts, told, agencies);
        List<Copy.Block> blocks = new ArrayList<>();
        List<String> agreed = new ArrayList<>();
        for (ToldPage.Agreed one : words.agreed()) {
            agreed.add(one.what() + "\n" + String.join("\n", one.details()));
        }
        if (agreed.isEmpty()) {
            agreed.add(texts.t("report.told.agreed.none"));
        }
        blocks.add(new Copy.Block(texts.t("report.told.agreed"), agreed));
        List<String> stops = new ArrayList<>(words.stops());
        stops.addAll(words.continues());
        if (!stops.isEmpty()) {
            blocks.add(new Copy.Block(texts.t("report.stopped.title"), stops));
        }
        List<String> gone = new ArrayList<>();
        for (ToldPage.Gone one : words.gone()) {
            List<String> lines = new ArrayList<>(List.of(one.when(texts) + ": " + one.what()));
            lines.addAll(one.details());
            gone.add(String.join("\n", lines));
        }
        blocks.add(listed(texts, "report.told.gone", gone));
        List<String> looks =
                words.looks().stream()
                        .map(look -> texts.dateTime(look.at()) + ": " + look.who() + ": " + look.what())
                        .toList();
        blocks.add(listed(texts, "report.told.looks", looks));
        for (OwnWords.Section section : words.answers()) {
            blocks.add(
                    new Copy.Block(
                            section.title(),
                            section.answers().stream()
                                    .map(pair -> pair.question() + "\n" + pair.answer())
                                    .toList()));
        }
        if (!told.enclosed().isEmpty()) {
            blocks.add(
                    new Copy.Block(
                            texts.t("report.step." + Enclosures.STEP),
                            Enclosures.lines(texts, told.enclosed())));
        }
        List<String> added = new ArrayList<>();
        for (Addition addition : told.additions()) {
            List<String> lines = new ArrayList<>();
            lines.add(texts.t("report.told.added", "when", texts.dateTime(addition.at())));
            lines.add(addition.text());
            lines.addAll(words.answer(addition));
            added.add(String.join("\n", lines));
        }
        if (!added.isEmpty()) {
            blocks.add(new Copy.Block(texts.t("report.own.later"), added));
        }
        return new Copy.Part(
                texts.lang().tag(),
                texts.lang().direction(),
                texts.t("report.told.title"),
                texts.t("report.copy.made", "when", texts.dateTime(now)),
                blocks);
    }

    /// Where a worker alone shows it, nothing stands here: the same as where there is nothing.
    private static Copy.Block listed(Texts texts, String heading, List<String> lines) {
        List<String> all = new ArrayList<>(lines.isEmpty() ? List.of(texts.t(heading + ".none")) : lines);
        all.add(texts.t("report.worker-shows"));
        return new Copy.Block(texts.t(heading), all);
    }
}
