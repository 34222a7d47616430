package org.diogel.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diogel.govuk.Label;
import org.diogel.govuk.Option;
import org.diogel.govuk.Select;
import org.diogel.web.Page;

/// Who answers where, and the agencies of the partnership.
///
/// @param agencies all of them, by name
/// @param changed what somebody else changed while this was being filled in: area and who answers
/// @param saved message key of what was just done, or empty
public record AreasPage(List<Agency> agencies, Map<String, String> changed, String saved) {

    public List<String> areas() {
        return AreasForm.AREAS;
    }

    public String shownField(String area) {
        return AreasForm.shownField(area);
    }

    public Select who(String area, Page page) {
        boolean any = area.equals(AccessStore.ANY);
        Option none =
                Option.of("", page.t(any ? "access.areas.pick" : "access.areas.elsewhere"));
        List<Option> options =
                Stream.concat(
                                Stream.of(none),
                                agencies.stream()
                                        .filter(Agency::answers)
                                        .map(a -> Option.of(a.id().toString(), a.name())))
                        .toList();
        Select select =
                Select.of(area, Label.of(page.t("access.area." + area)), options)
                        .selected(page.form().text(area))
                        .withError(page.error(area), page.t("web.error.hidden"));
        return any ? select.withHint(page.t("access.area.ANY.hint")) : select;
    }
}
