package org.diogel.govuk;

import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// From a fixture's options to our record, for everything that asks for nothing.
final class PlainMappings {

    private PlainMappings() {}

    static Map<String, Function<Options, Content>> all() {
        Map<String, Function<Options, Content>> all = new LinkedHashMap<>();
        all.put("back-link", PlainMappings::backLink);
        all.put("breadcrumbs", PlainMappings::breadcrumbs);
        all.put("button", PlainMappings::button);
        all.put("details", PlainMappings::details);
        all.put("error-message", PlainMappings::errorMessage);
        all.put("error-summary", PlainMappings::errorSummary);
        all.put("exit-this-page", PlainMappings::exitThisPage);
        all.put("fieldset", PlainMappings::fieldset);
        all.put("generic-header", PlainMappings::genericHeader);
        all.put("hint", PlainMappings::hint);
        all.put("inset-text", o -> new InsetText(o.words(), o.filled("id"), o.attributes()));
        all.put("label", PlainMappings::label);
        all.put("notification-banner", PlainMappings::notificationBanner);
        all.put("panel", PlainMappings::panel);
        all.put("skip-link", PlainMappings::skipLink);
        all.put("tag", PlainMappings::tag);
        all.put("warning-text", PlainMappings::warningText);
        return all;
    }

    static Content backLink(Options o) {
        Content text = o.content();
        return new BackLink(
                o.text("href", "#"), text == null ? Text.of("Back") : text, o.attributes());
    }

    static Content breadcrumbs(Options o) {
        List<Crumb> items =
                o.list("items").stream()
                        .map(i -> new Crumb(i.words(), i.filled("href"), i.attributes()))
                        .toList();
        return new Breadcrumbs(
                items,
                o.text("labelText", "Breadcrumb"),
                o.flag("collapseOnMobile"),
                o.attributes());
    }

    static Button button(Options o) {
        Content text = o.words();
        if (o.flag("isStartButton") && o.has("html")) {
            text = Html.join(Html.of("<span>"), text, Html.of("</span>"));
        }
        return new Button(
                text,
                o.filled("href"),
                o.text("type", "submit"),
                o.filled("name"),
                o.filled("value"),
                o.filled("id"),
                o.flag("disabled"),
                o.choice("preventDoubleClick"),
                o.flag("isStartButton"),
                o.attributes());
    }

    static Content details(Options o) {
        Content summary = o.content("summaryHtml", "summaryText");
        return new Details(
                summary == null ? Text.of("") : summary,
                o.words(),
                o.filled("id"),
                o.flag("open"),
                o.attributes());
    }

    static ErrorMessage errorMessage(Options o) {
        String prefix = "Error";
        if (o.node().has("visuallyHiddenText")) {
            prefix = o.text("visuallyHiddenText", "");
        }
        return new ErrorMessage(o.words(), prefix, o.filled("id"), o.attributes());
    }

    static Content errorSummary(Options o) {
        Content title = o.content("titleHtml", "titleText");
        List<ErrorLink> errors =
                o.list("errorList").stream()
                        .map(e -> new ErrorLink(e.words(), e.filled("href"), e.attributes()))
                        .toList();
        return new ErrorSummary(
                title == null ? Text.of("") : title,
                o.content("descriptionHtml", "descriptionText"),
                errors,
                o.choice("disableAutoFocus"),
                o.attributes());
    }

    static Content exitThisPage(Options o) {
        ExitThisPage page =
                ExitThisPage.of(
                        o.text("redirectUrl", "https://www.bbc.co.uk/weather"),
                        "Emergency",
                        "Exit this page");
        Content text = o.content();
        ExitThisPage.Texts texts =
                new ExitThisPage.Texts(
                        o.filled("activatedText"),
                        o.filled("timedOutText"),
                        o.filled("pressTwoMoreTimesText"),
                        o.filled("pressOneMoreTimeText"));
        return new ExitThisPage(
                page.redirectUrl(),
                text == null ? page.text() : text,
                o.filled("id"),
                texts,
                o.attributes());
    }

    static Fieldset fieldset(Options o) {
        Options legend = o.in("legend");
        Content question = legend.content();
        return new Fieldset(
                question == null
                        ? null
                        : new Legend(
                                question, legend.flag("isPageHeading"), legend.text("classes", "")),
                o.filled("describedBy"),
                o.filled("role"),
                Html.of(o.text("html", "")),
                o.attributes());
    }

    static Content genericHeader(Options o) {
        Content logo = o.content("logoHtml", "logoText");
        return new GenericHeader(
                logo == null ? Text.of("") : logo,
                o.text("url", "/"),
                o.text("containerClasses", "govuk-width-container"),
                o.attributes());
    }

    static Hint hint(Options o) {
        return new Hint(o.words(), o.filled("id"), o.attributes());
    }

    static Label label(Options o) {
        return new Label(o.words(), o.filled("for"), o.flag("isPageHeading"), o.attributes());
    }

    static Content notificationBanner(Options o) {
        boolean success = "success".equals(o.text("type"));
        Content title = o.content("titleHtml", "titleText");
        return new NotificationBanner(
                title == null ? Text.of(success ? "Success" : "Important") : title,
                o.filled("html") == null ? o.content() : null,
                o.filled("html") == null ? null : o.words(),
                success,
                o.filled("role"),
                o.number("titleHeadingLevel", 2),
                o.text("titleId", "govuk-notification-banner-title"),
                o.choice("disableAutoFocus"),
                o.attributes());
    }

    static Content panel(Options o) {
        Content title = o.content("titleHtml", "titleText");
        Attributes attributes = o.attributes();
        boolean interruption = attributes.classes().contains("govuk-panel--interruption");
        List<String> classes =
                attributes.classes().stream()
                        .filter(name -> !name.equals("govuk-panel--interruption"))
                        .toList();
        return new Panel(
                title == null ? Text.of("") : title,
                o.content(),
                o.number("headingLevel", 1),
                interruption,
                o.in("actions").list("items").stream().map(PlainMappings::action).toList(),
                new Attributes(classes, attributes.others()));
    }

    private static Content action(Options o) {
        if (o.filled("href") == null || "button".equals(o.text("type"))) {
            return button(o).withType(o.text("type", "button")).inverse();
        }
        return new Link(o.text("href", ""), o.words(), o.attributes()).inverse();
    }

    static Content skipLink(Options o) {
        return new SkipLink(o.text("href", "#content"), o.words(), o.attributes());
    }

    static Tag tag(Options o) {
        return new Tag(o.words(), o.attributes());
    }

    static Content warningText(Options o) {
        return new WarningText(o.words(), o.text("iconFallbackText", "Warning"), o.attributes());
    }
}
