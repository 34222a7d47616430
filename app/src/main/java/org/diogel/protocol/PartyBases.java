package org.diogel.protocol;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diogel.access.SharingPurpose;
import org.diogel.consent.Basis;
import org.diogel.consent.LawfulBases;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The basis in law that a body named when it signed a protocol that is in force for this purpose: of
/// several, the one that began last.
@Component
class PartyBases implements LawfulBases {

    private final ProtocolStore store;
    private final Clock clock;

    PartyBases(ProtocolStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Basis> of(AgencyId body, SharingChoice choice) {
        SharingPurpose purpose = purpose(choice);
        return purpose == null
                ? Optional.empty()
                : store.basis(body, purpose, LocalDate.ofInstant(clock.instant(), Protocols.LONDON));
    }

    @Override
    public String cite(Basis basis) {
        return Stream.of(
                        Ground.find("law", basis.law()),
                        Ground.find("special", basis.special()),
                        Ground.find("offence", basis.offence()))
                .flatMap(Optional::stream)
                .map(Ground::source)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static @Nullable SharingPurpose purpose(SharingChoice choice) {
        return switch (choice) {
            case WARNING -> SharingPurpose.WARNINGS;
            case CHECKER -> SharingPurpose.CHECKS;
            case ANONYMOUS_INTELLIGENCE -> SharingPurpose.INTELLIGENCE;
            case POLICE -> SharingPurpose.DETAILS;
            case COMPARE_HERE, COMPARE_ELSEWHERE, STATISTICS -> null;
        };
    }
}
