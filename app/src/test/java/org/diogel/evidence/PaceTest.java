package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.diogel.web.TooMany;
import org.junit.jupiter.api.Test;

/// Nobody fills the disk by beginning one report after another. TRUST §5 I.
class PaceTest {

    private static final long TEN = 10L * EvidenceSettings.MEGABYTE - 1;
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final Clock[] clock = {Clock.fixed(NOON, ZoneOffset.UTC)};
    private final Pace pace =
            new Pace(
                    new EvidenceSettings(20, 25, 100, 64, 120, 100),
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return clock[0].instant();
                        }

                        @Override
                        public java.time.ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(java.time.ZoneId zone) {
                            return this;
                        }
                    });

    @Test
    void oneHouseholdHasItsShareAndWaitsForMore() {
        for (int i = 0; i < 10; i++) {
            pace.spend("192.0.2.1", TEN);
        }
        assertThatThrownBy(() -> pace.spend("192.0.2.1", TEN))
                .isInstanceOfSatisfying(TooMany.class, t -> assertThat(t.seconds()).isBetween(190L, 202L));
        pace.spend("198.51.100.7", TEN);
        clock[0] = Clock.fixed(NOON.plus(Duration.ofSeconds(201)), ZoneOffset.UTC);
        pace.spend("192.0.2.1", TEN);
    }

    @Test
    void everybodyTogetherHasAShareToo() {
        int taken = 0;
        for (int network = 0; network < 200; network++) {
            try {
                pace.spend("192.0.2." + network, -1);
                taken++;
            } catch (TooMany enough) {
                assertThat(taken).isBetween(30, 40);
            }
        }
        assertThat(taken).isLessThan(40);
    }
}
