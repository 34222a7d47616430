package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.web.Stale;
import org.diogel.web.TooMany;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What somebody chose about messages to her, and that a number is hers before anything goes to it.
@WebTest
class PreferencesTest {

    private static final String NUMBER = "+447700900321";

    @Autowired Preferences preferences;
    @Autowired DeliveryStore store;
    @Autowired UnsentStore unsent;
    @Autowired AccountAddresses addresses;
    @Autowired Messages messages;
    @Autowired Jobs jobs;
    @Autowired PlatformTransactionManager transactions;

    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final Actor.Person carys = person(agency);
    private final Actor.Person dewi = person(agency);

    @BeforeEach
    void nothingIsSent() {
        jobs.stop();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void aNumberCountsOnceItsCodeCameBackAndLiesSealed() throws Exception {
        ask(carys, NUMBER);
        assertThat(numberOf(carys)).isEmpty();
        Delivery code = codes(carys).getFirst();
        assertThat(code.via()).isEqualTo(Way.TEXT);
        Addresses.Post post = post(code).orElseThrow();
        assertThat(post.address()).isEqualTo(NUMBER);
        String digits = post.mail().body().replaceAll("\\D", "");
        assertThat(digits).hasSize(6);
        assertThat(confirm(carys, digits.equals("000000") ? "000001" : "000000")).isFalse();
        assertThat(confirm(dewi, digits)).as("somebody else").isFalse();
        assertThat(confirm(carys, digits)).isTrue();
        assertThat(numberOf(carys)).contains(NUMBER);
        assertThat(ways(carys, true)).containsExactlyInAnyOrder(Way.MAIL, Way.TEXT);
        assertThat(confirm(carys, digits)).as("once").isFalse();
        assertThat(everything()).doesNotContain("900321").doesNotContain(digits + "'");
    }

    @Test
    void aCodeIsTriedFiveTimesAndAskedForThreeTimes() {
        ask(carys, NUMBER);
        String digits = post(codes(carys).getFirst()).orElseThrow().mail().body().replaceAll("\\D", "");
        String wrong = digits.equals("000000") ? "000001" : "000000";
        for (int n = 0; n < Preferences.MOST_TRIES; n++) {
            assertThat(confirm(carys, wrong)).isFalse();
        }
        assertThat(confirm(carys, digits)).as("after too many tries").isFalse();
        ask(carys, NUMBER);
        ask(carys, NUMBER);
        assertThatThrownBy(() -> ask(carys, NUMBER)).isInstanceOf(TooMany.class);
        List<Delivery> asked = codes(carys);
        assertThat(asked).hasSize(3);
        assertThat(post(asked.getFirst())).as("an older message brings no newer code").isEmpty();
        assertThat(post(asked.getLast())).isPresent();
    }

    @Test
    void whoeverChoseNothingGetsAnEmailAndWhoeverWantsNothingSentGetsNone() {
        assertThat(ways(carys, true)).containsExactly(Way.MAIL);
        save(carys, List.of(), false, null, null, 0);
        assertThat(ways(carys, true)).isEmpty();
        assertThat(ways(carys, false)).as("others rely on her").containsExactly(Way.MAIL);
    }

    @Test
    void areasLimitWhatIsSent() {
        assertThat(wants(carys, Region.GWENT)).as("nothing chosen").isTrue();
        save(carys, List.of(Region.NORTH_WALES, Region.GWENT), true, null, null, 0);
        assertThat(wants(carys, Region.GWENT)).isTrue();
        assertThat(wants(carys, Region.SOUTH_WALES)).isFalse();
        assertThat(wants(dewi, Region.SOUTH_WALES)).isTrue();
    }

    @Test
    void twoPagesOpenAtOnceNeverOverwriteOneAnother() {
        save(carys, List.of(), true, null, null, 0);
        save(carys, List.of(), false, null, null, 1);
        assertThatThrownBy(() -> save(carys, List.of(), true, null, null, 1)).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> save(carys, List.of(), true, null, null, 0)).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> save(dewi, List.of(), true, null, null, 7)).isInstanceOf(Stale.class);
    }

    @Test
    void quietHoursEndWhenTheClockOnTheWallSaysSo() {
        Preference night = quiet(22, 8);
        assertThat(night.quietUntil(Instant.parse("2026-01-10T23:30:00Z")))
                .contains(Instant.parse("2026-01-11T08:00:00Z"));
        assertThat(night.quietUntil(Instant.parse("2026-01-11T07:59:59Z")))
                .contains(Instant.parse("2026-01-11T08:00:00Z"));
        assertThat(night.quietUntil(Instant.parse("2026-01-11T08:00:00Z"))).isEmpty();
        assertThat(night.quietUntil(Instant.parse("2026-01-11T21:59:59Z"))).isEmpty();
        // The night the clocks go forward, and summer time.
        assertThat(night.quietUntil(Instant.parse("2026-03-28T23:00:00Z")))
                .contains(Instant.parse("2026-03-29T07:00:00Z"));
        assertThat(night.quietUntil(Instant.parse("2026-07-10T20:59:59Z"))).isEmpty();
        assertThat(night.quietUntil(Instant.parse("2026-07-10T21:00:00Z")))
                .contains(Instant.parse("2026-07-11T07:00:00Z"));
        Preference day = quiet(9, 17);
        assertThat(day.quietUntil(Instant.parse("2026-01-10T09:00:00Z")))
                .contains(Instant.parse("2026-01-10T17:00:00Z"));
        assertThat(day.quietUntil(Instant.parse("2026-01-10T08:59:59Z"))).isEmpty();
    }

    @Test
    void whoeverRemovesHerNumberHearsByEmailInstead() {
        ask(carys, NUMBER);
        confirm(carys, post(codes(carys).getFirst()).orElseThrow().mail().body().replaceAll("\\D", ""));
        as(
                carys,
                () -> {
                    preferences.save(
                            new Preferences.Choice(
                                    List.of(), false, true, null, null, version(carys)));
                    return true;
                });
        assertThat(ways(carys, true)).containsExactly(Way.TEXT);
        as(
                carys,
                () -> {
                    preferences.forgetNumber();
                    return true;
                });
        assertThat(numberOf(carys)).isEmpty();
        assertThat(ways(carys, true)).containsExactly(Way.MAIL);
    }

    private static Preference quiet(int from, int until) {
        return new Preference(List.of(), true, false, null, from, until, 1);
    }

    private int version(Actor.Person who) {
        return as(who, preferences::get).chosen().version();
    }

    private void save(
            Actor.Person who,
            List<Region> regions,
            boolean mail,
            @org.jspecify.annotations.Nullable Integer from,
            @org.jspecify.annotations.Nullable Integer until,
            int version) {
        as(
                who,
                () -> {
                    preferences.save(
                            new Preferences.Choice(regions, mail, false, from, until, version));
                    return true;
                });
    }

    private void ask(Actor.Person who, String number) {
        as(
                who,
                () -> {
                    preferences.ask(number);
                    return true;
                });
    }

    private boolean confirm(Actor.Person who, String code) {
        return as(who, () -> preferences.confirm(code));
    }

    private Optional<String> numberOf(Actor.Person who) {
        return task(() -> preferences.numberOf(who.account()));
    }

    private Optional<Addresses.Post> post(Delivery delivery) {
        return task(() -> addresses.post(delivery));
    }

    private boolean wants(Actor.Person who, Region about) {
        return task(() -> !messages.unwantedBy(List.of(about)).contains(who.account()));
    }

    private Set<Way> ways(Actor.Person who, boolean chosen) {
        UUID subject = UUID.randomUUID();
        as(
                who,
                () -> {
                    messages.queue(
                            new Outgoing(
                                    who.account(), Messages.NEUTRAL, "fixture", subject, null, agency,
                                    chosen, false, null));
                    return true;
                });
        Set<Way> ways = EnumSet.noneOf(Way.class);
        ways.addAll(task(() -> addresses.ways(store.about(subject).getFirst())));
        return ways;
    }

    private List<Delivery> codes(Actor.Person who) {
        return task(
                () ->
                        unsent.unsent(Instant.now(), 0, 10_000).stream()
                                .filter(d -> d.account().equals(who.account()))
                                .filter(d -> d.template().equals(Preferences.CODE))
                                .toList());
    }

    private <T> T task(Supplier<T> work) {
        return as(Outbox.TASK, work);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(
                actor,
                "testing",
                () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    private static String everything() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var superuser = TestDatabase.superuser()) {
            for (String table : List.of("messages.preference", "messages.number_code", "audit.entry")) {
                try (var rows =
                        superuser.createStatement().executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }

    private static Actor.Person person(AgencyId agency) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(Role.MEMBER));
    }
}
