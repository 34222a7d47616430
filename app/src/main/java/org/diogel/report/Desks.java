package org.diogel.report;

import java.util.Optional;
import java.util.stream.Stream;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Desk;
import org.springframework.stereotype.Component;

/// Which project reads a report: the one of its area, or another one when she says that the person
/// who did it works there. DOMAIN §4.4.
@Component
class Desks {

    private final Access access;

    Desks(Access access) {
        this.access = access;
    }

    /// @return empty while nobody answers there, or when the person works for the only project
    Optional<Agency> find(Answers answers) {
        return ofArea(answers)
                .flatMap(own -> answers.is("them.here", "yes") ? other(own) : Optional.of(own));
    }

    /// The project of her area, whoever works there; its name is put to her.
    Optional<Agency> ofArea(Answers answers) {
        return access.findDesk(answers.region().orElse(null));
    }

    /// The one that answers everywhere else, or any other.
    private Optional<Agency> other(Agency own) {
        return Stream.concat(
                        access.findDesk(null).stream(),
                        access.listDesks().stream().map(Desk::agency))
                .filter(agency -> !agency.id().equals(own.id()))
                .findFirst();
    }
}
