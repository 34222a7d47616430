package org.diogel.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.consent.Recipient;
import org.diogel.consent.SharingChoice;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.Legend;
import org.diogel.web.Texts;

/// The boxes of one sharing choice, one for each recipient. Where nothing may be shared none can be
/// ticked; where the person who did it may work, neither.
final class Boxes {

    private final Texts texts;
    private final List<Recipient> recipients;
    private final Set<String> barred;
    private final Answers answers;

    Boxes(Texts texts, Answers answers, List<Recipient> recipients) {
        this.texts = texts;
        this.recipients = recipients;
        this.barred = Barred.of(answers);
        this.answers = answers;
    }

    /// Its name in pages and message keys.
    static String label(SharingChoice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isUsed(SharingChoice choice) {
        return of(choice).stream().anyMatch(Recipient::used);
    }

    boolean isTicked(SharingChoice choice, Set<String> ticked) {
        return of(choice).stream().anyMatch(recipient -> isTicked(recipient, ticked));
    }

    private boolean isTicked(Recipient recipient, Set<String> ticked) {
        return isOpen(recipient)
                && ticked.contains(recipient.id()) && !barred.contains(recipient.id());
    }

    /// @param ticked ids of recipients
    Component<?> of(SharingChoice choice, Set<String> ticked) {
        List<Recipient> all = of(choice);
        Set<String> checked =
                all.stream()
                        .filter(recipient -> isTicked(recipient, ticked))
                        .map(Recipient::id)
                        .collect(Collectors.toSet());
        if (all.size() == 1) {
            return Checkboxes.single("sharing", box(all.getFirst(), "report.check.yes"))
                    .checked(checked);
        }
        return Checkboxes.of(
                        "sharing",
                        Legend.small(texts.t("report.choice." + label(choice) + ".who")),
                        all.stream().map(recipient -> box(recipient, null)).toList())
                .checked(checked);
    }

    private boolean isOpen(Recipient recipient) {
        return answers.mayBeShared(recipient.choice());
    }

    private List<Recipient> of(SharingChoice choice) {
        return recipients.stream().filter(recipient -> recipient.choice() == choice).toList();
    }

    private Choice box(Recipient recipient, @org.jspecify.annotations.Nullable String key) {
        String name = texts.t("report.recipient." + recipient.id());
        Choice box =
                Choice.of(recipient.id(), key == null ? name : texts.t(key, "who", name))
                        .withId("sharing-" + recipient.id());
        String hint = "report.recipient." + recipient.id() + ".hint";
        if (!isOpen(recipient)) {
            return box.withDisabled(true).withHint(texts.t("report.sharing.shut"));
        }
        if (barred.contains(recipient.id())) {
            return box.withDisabled(true).withHint(texts.t("report.sharing.barred"));
        }
        return texts.has(hint) ? box.withHint(texts.t(hint)) : box;
    }
}
