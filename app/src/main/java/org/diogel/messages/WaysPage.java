package org.diogel.messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Select;
import org.diogel.kernel.Region;
import org.diogel.web.Page;

/// What somebody chooses about messages to her.
///
/// @param version of what is stored
/// @param number hers, whole; empty for none
/// @param textFault why the last text message did not reach her; empty where it did
/// @param canText whether text messages can be sent from here
/// @param onDuty whether others rely on her
/// @param note message key of what is to be said first; empty for nothing
public record WaysPage(
        int version,
        String number,
        String textFault,
        boolean canText,
        boolean onDuty,
        String note) {

    /// Message key of why text messages do not reach her; empty where they do.
    public String failed() {
        return switch (textFault) {
            case "" -> "";
            case "unknown", "refused" -> "messages.ways.number.failed.unknown";
            case "temporary" -> "messages.ways.number.failed.temporary";
            default -> "messages.ways.number.failed.other";
        };
    }

    /// What was posted wins, so that a page shown again is not newer than what was read.
    public String version(Page page) {
        String posted = page.form().text("version");
        return posted.isEmpty() ? Integer.toString(version) : posted;
    }

    public Checkboxes ways(Page page) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of(Way.MAIL.key(), page.t("messages.way.mail")));
        if (canText && !number.isEmpty()) {
            choices.add(
                    Choice.of(Way.TEXT.key(), page.t("messages.way.text"))
                            .withHint(page.t("messages.ways.text.number", "number", number)));
        }
        return Checkboxes.of("ways", Legend.medium(page.t("messages.ways.how")), choices)
                .withHint(page.t("messages.ways.how.hint"))
                .checked(page.form().all("ways"));
    }

    public Checkboxes regions(Page page) {
        return Checkboxes.of(
                        "regions",
                        Legend.medium(page.t("messages.ways.regions")),
                        Arrays.stream(Region.values())
                                .map(r -> Choice.of(r.name(), page.t("messages.area." + r)))
                                .toList())
                .withHint(page.t("messages.ways.regions.hint"))
                .checked(page.form().all("regions"));
    }

    public Select hour(Page page, String name, String label) {
        List<Option> hours = new ArrayList<>();
        hours.add(Option.of("", page.t("messages.ways.quiet.none")));
        IntStream.range(0, 24)
                .mapToObj("%02d"::formatted)
                .forEach(
                        hour ->
                                hours.add(
                                        Option.of(
                                                Integer.toString(Integer.parseInt(hour)),
                                                page.t("messages.ways.quiet.at", "hour", hour))));
        return Select.of(name, Label.of(page.t(label)).small(), hours)
                .selected(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public Input phone(Page page) {
        return Input.of("phone", Label.of(page.t("messages.ways.number")).small(), "tel")
                .withHint(page.t("messages.ways.number.hint"))
                .withAutocomplete("tel")
                .withWidth(20)
                .withValue(page.form().value("phone"))
                .withError(page.error("phone"), page.t("web.error.hidden"));
    }
}
