package org.diogel.liaison;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.diogel.access.Agency;
import org.diogel.govuk.Label;
import org.diogel.govuk.Option;
import org.diogel.govuk.Select;
import org.diogel.web.Page;

/// Which force receives here what is for whom.
///
/// @param forces police forces of the partnership
/// @param uncovered recipients whose force gets nothing here until a protocol covers it
public record ReceiversPage(List<Agency> forces, Set<String> uncovered, boolean saved) {

    public List<String> recipients() {
        return Handing.HERE;
    }

    public Select who(Page page, String recipient) {
        List<Option> options =
                Stream.concat(
                                Stream.of(Option.of("", page.t("liaison.receivers.hand"))),
                                forces.stream()
                                        .map(a -> Option.of(a.id().toString(), a.name())))
                        .toList();
        Select select =
                Select.of(
                                recipient,
                                Label.of(new Said(page.texts()).recipient(recipient)),
                                options)
                        .selected(page.form().text(recipient))
                        .withError(page.error(recipient), page.t("web.error.hidden"));
        return uncovered.contains(recipient)
                ? select.withHint(page.t("liaison.receivers.uncovered"))
                : select;
    }
}
