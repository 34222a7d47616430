package org.diogel.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diogel.account.OneTimeCodes;
import org.diogel.kernel.Role;
import org.diogel.web.Texts;
import org.springframework.stereotype.Component;

@Component
class DemoPages {
    private static final int STEP = 30;

    private final Clock clock;

    DemoPages(Clock clock) {
        this.clock = clock;
    }

    PeoplePage people(Texts texts) {
        Partnership all = PartnershipFile.read();
        Instant now = clock.instant();
        return new PeoplePage(
                String.valueOf(all.warning().get(texts.lang().tag())),
                all.password(),
                STEP - now.getEpochSecond() % STEP,
                all.people().stream().map(person -> row(person, all, texts, now)).toList());
    }

    private static String key(Role role) {
        return "account.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static PeoplePage.Row row(
            Partnership.Somebody person, Partnership all, Texts texts, Instant now) {
        String code = OneTimeCodes.current(person.totp(), now);
        return new PeoplePage.Row(
                person.name(),
                person.roles().stream()
                        .sorted()
                        .map(role -> texts.t(key(role)))
                        .collect(Collectors.joining(", ")),
                all.agency(person.agency()).name(),
                person.email(),
                code.substring(0, 3) + " " + code.substring(3));
    }
}
