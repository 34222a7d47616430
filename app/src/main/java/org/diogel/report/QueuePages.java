package org.diogel.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diogel.consent.Agreement;
import org.diogel.consent.Disclosure;
import org.diogel.consent.SharingChoice;
import org.diogel.figures.Figures;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.jspecify.annotations.Nullable;

/// The queue and one report of it, in words; nothing here is unsealed.
final class QueuePages {

    private static final Set<String> DONE =
            Set.of("keep", "message", "close", "reopen", "pass", "checked", "child", "life", "neither",
                    "safe-place", "correct");

    private final Texts texts;
    private final Instant now;
    private final QueueAge age;
    private final QueueFacts facts;
    private final Set<Role> roles;

    QueuePages(Texts texts, Instant now, Set<Role> roles) {
        this.texts = texts;
        this.now = now;
        this.age = new QueueAge(texts, now);
        this.roles = roles;
        this.facts = new QueueFacts(texts, age, roles.contains(Role.SAFEGUARDING_LEAD));
    }

    static String path(ReportId id) {
        return "/queue/" + id;
    }

    View queue(QueueLeaf queue, String done) {
        QueueFilter filter = queue.filter();
        Region region = queue.region();
        // Counts may be some seconds old; whatever is listed as an alarm waits.
        long waiting =
                Math.max(queue.count(QueueFilter.WAITING, null), queue.alarms().size());
        String empty =
                queue.isEmpty()
                        ? "queue.empty.all"
                        : "queue.empty." + (region == null ? filter.label() : "region");
        return View.staff(
                "report/queue",
                queue.leaf().title(texts, texts.t("queue.title")),
                new QueuePage(
                        queue.alarms().stream().map(this::alarm).toList(),
                        Figures.listed(waiting),
                        waiting > queue.alarms().size() ? address(QueueFilter.WAITING, null) : "",
                        filters(queue),
                        regions(queue),
                        queue.items().stream().map(this::row).toList(),
                        queue.leaf().way(texts, address(filter, region)),
                        texts.t(empty),
                        done(done)));
    }

    View item(
            QueueItem item,
            List<Agreement> agreements,
            List<Disclosure> disclosures,
            List<StatusLine> history,
            boolean noOwnCode,
            boolean asked,
            int enclosed,
            List<Alike> alike,
            String done) {
        boolean lead = roles.contains(Role.SAFEGUARDING_LEAD);
        boolean held = item.waits();
        boolean desk = roles.contains(Role.MODERATOR) || roles.contains(Role.CASEWORKER);
        boolean agreed = agreements.stream().anyMatch(a -> a.choice() == SharingChoice.WARNING);
        boolean moderator = roles.contains(Role.MODERATOR) && !held;
        return View.staff(
                        "report/queue-item",
                        texts.t("queue.item.title", "reference", item.reference()),
                        new QueueItemPage(
                                path(item.id()),
                                item.reference(),
                                facts.severity(item),
                                facts.severityText(item),
                                facts.facts(item, agreements, disclosures, held && !lead),
                                held && !lead,
                                decide(item),
                                !held && !lead,
                                !held || lead,
                                moderator && item.maySend() && agreed,
                                moderator && !(item.maySend() && agreed)
                                        ? texts.t(
                                                item.mustBeScreened()
                                                        ? "queue.nowarning.unscreened"
                                                        : item.flags().contains(QueueItem.Flag.STOPPED)
                                                                ? "queue.nowarning.stopped"
                                                                : "queue.nowarning.notagreed")
                                        : "",
                                desk && !held && shares(agreements, disclosures),
                                desk && item.isReadyToClose(),
                                desk && item.state() == ReportState.SENT && !item.isReadyToClose()
                                        ? texts.t(QueueFacts.open(item))
                                        : "",
                                desk && item.state() == ReportState.CLOSED,
                                lead,
                                noOwnCode && (!held || lead),
                                asked && (!held || lead),
                                enclosed == 0 || held && !lead
                                        ? ""
                                        : texts.t(
                                                "queue.item.enclosed",
                                                "count",
                                                Figures.listed(enclosed)),
                                alike.stream().map(this::alike).toList(),
                                history.stream().map(this::event).toList(),
                                done(done)))
                .back("/queue");
    }

    /// Whether she chose somebody whom the desk passes it on to.
    private static boolean shares(List<Agreement> agreements, List<Disclosure> disclosures) {
        Set<String> others = Set.of("members", "checker");
        return agreements.stream()
                        .filter(a -> !others.contains(a.recipient()))
                        .anyMatch(
                                a ->
                                        a.choice() == SharingChoice.WARNING
                                                || a.choice() == SharingChoice.POLICE
                                                || a.choice()
                                                        == SharingChoice.ANONYMOUS_INTELLIGENCE)
                || disclosures.stream().anyMatch(d -> !others.contains(d.recipient()));
    }

    private QueueItemPage.Hint alike(Alike other) {
        return new QueueItemPage.Hint(
                path(other.item().id()),
                other.item().reference(),
                other.item().sentAt(),
                other.kinds().stream().map(kind -> texts.t("queue.alike." + kind)).toList());
    }

    private String decide(QueueItem item) {
        if (item.mustBeScreened() || item.waits() && roles.contains(Role.SAFEGUARDING_LEAD)) {
            return texts.t("queue.item.decide");
        }
        return roles.contains(Role.SAFEGUARDING_LEAD) ? texts.t("queue.item.hold") : "";
    }

    private QueuePage.Alarm alarm(QueueItem item) {
        return new QueuePage.Alarm(
                path(item.id()) + "/screening",
                item.reference(),
                texts.t("queue.why." + QueueFacts.why(item)),
                age.ago(item.sentAt()),
                age.due(item));
    }

    private QueuePage.Row row(QueueItem item) {
        List<String> notes = new ArrayList<>();
        for (QueueItem.Flag flag :
                List.of(
                        QueueItem.Flag.UNOPENED,
                        QueueItem.Flag.ADDED,
                        QueueItem.Flag.STOPPED,
                        QueueItem.Flag.UNSCREENED)) {
            if (item.flags().contains(flag) && !facts.hides(item)) {
                notes.add(texts.t("queue.flag." + flag.name().toLowerCase(Locale.ROOT)));
            }
        }
        return new QueuePage.Row(
                path(item.id()),
                item.reference(),
                facts.severity(item),
                facts.severityText(item),
                facts.region(item),
                age.ago(item.sentAt()),
                age.due(item),
                item.isOverdue(now),
                facts.state(item),
                notes);
    }

    private List<QueuePage.Filter> filters(QueueLeaf queue) {
        return Arrays.stream(QueueFilter.values())
                .map(f ->
                        new QueuePage.Filter(
                                f == queue.filter() ? "" : address(f, queue.region()),
                                texts.t("queue.show." + f.label()),
                                Figures.listed(queue.count(f, queue.region()))))
                .toList();
    }

    private List<QueuePage.Filter> regions(QueueLeaf queue) {
        QueueFilter filter = queue.filter();
        Region current = queue.region();
        List<Region> some =
                Arrays.stream(Region.values())
                        .filter(r -> r == current || queue.count(filter, r) > 0)
                        .toList();
        if (current == null && some.size() < 2) {
            return List.of();
        }
        List<QueuePage.Filter> links = new ArrayList<>();
        links.add(
                new QueuePage.Filter(
                        current == null ? "" : address(filter, null),
                        texts.t("queue.region.all"),
                        Figures.listed(queue.count(filter, null))));
        for (Region region : some) {
            links.add(
                    new QueuePage.Filter(
                            region == current ? "" : address(filter, region),
                            texts.t("queue.region." + region.name()),
                            Figures.listed(queue.count(filter, region))));
        }
        return links;
    }

    private static String address(QueueFilter filter, @Nullable Region region) {
        return "/queue?show=" + filter.label() + (region == null ? "" : "&region=" + region.name());
    }

    private QueueItemPage.Event event(StatusLine line) {
        return new QueueItemPage.Event(
                line.at(), texts.t(line.key().replace("report.status.", "queue.event.")));
    }

    private String done(String what) {
        return DONE.contains(what) ? texts.t("queue.done." + what) : "";
    }
}
