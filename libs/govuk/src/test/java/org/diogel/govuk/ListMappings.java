package org.diogel.govuk;

import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// From a fixture's options to our record, for navigation, lists and tables.
final class ListMappings {

    private ListMappings() {}

    static Map<String, Function<Options, Content>> all() {
        Map<String, Function<Options, Content>> all = new LinkedHashMap<>();
        all.put("language-navigation", ListMappings::languages);
        all.put("pagination", ListMappings::pagination);
        all.put("service-navigation", ListMappings::serviceNavigation);
        all.put("summary-list", ListMappings::summaryList);
        all.put("table", ListMappings::table);
        all.put("task-list", ListMappings::taskList);
        return all;
    }

    static Content languages(Options o) {
        List<Language> languages =
                o.list("items").stream()
                        .map(i ->
                                new Language(
                                        i.words(),
                                        i.filled("href"),
                                        i.flag("current"),
                                        i.filled("lang"),
                                        i.filled("dir"),
                                        i.filled("languageDescriptionText"),
                                        i.attributes()))
                        .toList();
        return new LanguageNavigation(o.text("ariaLabel", "Language"), languages, o.attributes());
    }

    static Content pagination(Options o) {
        List<PageItem> items =
                o.list("items").stream()
                        .filter(i -> !i.node().isEmpty())
                        .map(ListMappings::pageItem)
                        .toList();
        return new Pagination(
                o.text("landmarkLabel", "Pagination"),
                step(o.in("previous"), "Previous"),
                step(o.in("next"), "Next"),
                items,
                o.attributes());
    }

    private static @Nullable PageStep step(Options o, String word) {
        if (o.filled("href") == null) {
            return null;
        }
        Content text = o.content();
        Content usual = Html.of(word + "<span class=\"govuk-visually-hidden\"> page</span>");
        return new PageStep(
                o.text("href", ""),
                text == null ? usual : text,
                o.filled("labelText"),
                o.attributes());
    }

    private static PageItem pageItem(Options o) {
        if (o.flag("ellipsis")) {
            return PageItem.gap();
        }
        String number = o.text("number", "");
        return new PageItem(
                number,
                o.text("href", ""),
                o.text("visuallyHiddenText", "Page " + number),
                o.flag("current"),
                o.attributes());
    }

    static Content serviceNavigation(Options o) {
        List<NavigationItem> items =
                o.list("navigation").stream()
                        .map(i ->
                                new NavigationItem(
                                        i.words(),
                                        i.filled("href"),
                                        i.flag("current"),
                                        i.flag("active"),
                                        i.attributes()))
                        .toList();
        Options slots = o.in("slots");
        String end =
                slots.node().path("end").isString()
                        ? slots.filled("end")
                        : slots.in("end").filled("html");
        return new ServiceNavigation(
                o.filled("serviceName"),
                o.filled("serviceUrl"),
                items,
                new ServiceNavigation.Texts(
                        o.text("ariaLabel", "Service information"),
                        o.text("menuButtonText", "Menu"),
                        o.filled("menuButtonLabel"),
                        o.filled("navigationLabel")),
                o.text("navigationId", "navigation"),
                o.text("navigationClasses", ""),
                o.choice("collapseNavigationOnMobile"),
                end == null ? null : Html.of(end),
                "inline".equals(slots.in("end").text("align")),
                o.attributes());
    }

    static Content summaryList(Options o) {
        List<SummaryRow> rows =
                o.list("rows").stream()
                        .map(row ->
                                new SummaryRow(
                                        row.in("key").words(),
                                        row.in("value").words(),
                                        actions(row),
                                        row.text("classes", "")))
                        .toList();
        Options card = o.in("card");
        Options title = card.in("title");
        return new SummaryList(
                rows,
                o.has("card")
                        ? new SummaryCard(
                                title.content(),
                                title.number("headingLevel", 2),
                                actions(card),
                                card.attributes())
                        : null,
                o.attributes());
    }

    private static List<SummaryAction> actions(Options o) {
        return o.in("actions").list("items").stream()
                .map(a ->
                        new SummaryAction(
                                a.text("href", ""),
                                a.words(),
                                a.filled("visuallyHiddenText"),
                                a.attributes()))
                .toList();
    }

    static Content table(Options o) {
        List<List<Cell>> rows =
                o.list("rows").stream()
                        .map(row ->
                                StreamSupport.stream(row.node().spliterator(), false)
                                        .map(cell -> cell(new Options(cell)))
                                        .toList())
                        .toList();
        return new Table(
                o.filled("caption"),
                o.text("captionClasses", ""),
                o.list("head").stream().map(ListMappings::cell).toList(),
                rows,
                o.flag("firstCellIsHeader"),
                o.attributes());
    }

    private static Cell cell(Options o) {
        return new Cell(
                o.words(),
                "numeric".equals(o.text("format")),
                o.number("colspan"),
                o.number("rowspan"),
                o.attributes());
    }

    static Content taskList(Options o) {
        List<Task> tasks = o.list("items").stream().map(ListMappings::task).toList();
        return new TaskList(o.text("idPrefix", "task-list"), tasks, o.attributes());
    }

    private static Task task(Options o) {
        Options status = o.in("status");
        return new Task(
                o.in("title").words(),
                o.filled("href"),
                o.in("hint").content(),
                status.has("tag") ? PlainMappings.tag(status.in("tag")) : status.words(),
                status.text("classes", ""),
                o.text("classes", ""));
    }
}
