package org.diogel.liaison;

import java.util.List;
import java.util.stream.Stream;
import org.diogel.access.Agency;
import org.diogel.govuk.Label;
import org.diogel.govuk.Option;
import org.diogel.govuk.Select;
import org.diogel.web.Page;

/// Which force receives here what is for whom.
///
/// @param forces police forces of the partnership
public record ReceiversPage(List<Agency> forces, boolean saved) {

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
        return Select.of(
                        recipient,
                        Label.of(new Said(page.texts()).recipient(recipient)),
                        options)
                .selected(page.form().text(recipient))
                .withError(page.error(recipient), page.t("web.error.hidden"));
    }
}
