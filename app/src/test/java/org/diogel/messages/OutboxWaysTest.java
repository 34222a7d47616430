package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.diogel.WebTest;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.junit.jupiter.api.Test;

/// Two ways out, one of them broken: what goes, what does not, and what counts as gone.
@WebTest
class OutboxWaysTest extends OutboxFixture {

    @Autowired UnsentStore unsent;

    @Test
    void whatIsRefusedForGoodIsParkedAtOnceAndBlocksNoOther() {
        channel.refuses = true;
        UUID poison = queue(carys);
        Outbox outbox = outbox(Optional.of(channel));
        outbox.drain(Way.MAIL);
        assertThat(only(poison).state()).isEqualTo(Delivery.State.DEAD);
        assertThat(only(poison).fault()).isEqualTo("refused");
        assertThat(only(poison).hasGone()).as("nobody took it").isFalse();
        channel.refuses = false;
        UUID next = queue(carys);
        outbox.drain(Way.MAIL);
        assertThat(only(next).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void whoeverIsStruckOffWhileItWaitsGetsNothing() {
        UUID subject = queue(carys);
        active.set(false);
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).isEmpty();
        assertThat(only(subject).state()).isEqualTo(Delivery.State.CANCELLED);
        assertThat(only(subject).hasGone()).isFalse();
    }

    @Test
    void whatGoesTwoWaysIsTwoMessagesAndEachGoesOnce() {
        ways = EnumSet.of(Way.MAIL, Way.TEXT);
        List<String> texted = new ArrayList<>();
        texts.add(texter(texted));
        UUID subject = queue(carys);
        Outbox outbox = outbox(Optional.of(channel));
        for (int n = 0; n < 3; n++) {
            outbox.drain(Way.MAIL);
            outbox.drain(Way.TEXT);
        }
        assertThat(taken).containsExactly("carys@example.invalid");
        assertThat(texted).containsExactly("+447700900123");
        assertThat(as(Outbox.TASK, () -> store.about(subject)))
                .extracting(Delivery::via)
                .containsExactlyInAnyOrder(Way.MAIL, Way.TEXT);
    }

    /// As when nobody has that number any more.
    @Test
    void aTextMessageThatDidNotArriveSaysWhyAndIsFollowedByAnEmailOnce() {
        ways = EnumSet.of(Way.TEXT);
        texts.add(failing(Arrival.UNKNOWN, false));
        UUID subject = queue(carys);
        Outbox outbox = outbox(Optional.of(channel));
        outbox.drain(Way.TEXT);
        assertThat(only(subject).state()).isEqualTo(Delivery.State.SENT);
        for (int n = 0; n < 3; n++) {
            outbox.ask();
            outbox.drain(Way.TEXT);
            outbox.drain(Way.MAIL);
        }
        assertThat(only(subject).fault()).isEqualTo("unknown");
        assertThat(only(subject).delivered()).isFalse();
        assertThat(taken).containsExactly("carys@example.invalid");
        assertThat(as(Outbox.TASK, () -> store.about(subject))).hasSize(2);
        assertThat(as(ADMINISTRATOR, () -> unsent.unsent(clock.instant().minus(Duration.ofDays(1)), 0, 10_000)))
                .filteredOn(d -> d.subject().equals(subject))
                .singleElement()
                .matches(d -> d.way() == Way.TEXT);
    }

    @Test
    void aTextMessageThatIsRefusedIsFollowedByAnEmailUnlessThatGoesAnyhow() {
        texts.add(failing(Arrival.TEMPORARY, true));
        Outbox outbox = outbox(Optional.of(channel));
        ways = EnumSet.of(Way.TEXT);
        UUID alone = queue(carys);
        outbox.drain(Way.TEXT);
        assertThat(only(alone).state()).isEqualTo(Delivery.State.DEAD);
        outbox.drain(Way.MAIL);
        assertThat(taken).hasSize(1);
        ways = EnumSet.of(Way.MAIL, Way.TEXT);
        UUID both = queue(carys);
        outbox.drain(Way.MAIL);
        outbox.drain(Way.TEXT);
        outbox.drain(Way.MAIL);
        assertThat(taken).hasSize(2);
        assertThat(as(Outbox.TASK, () -> store.about(both))).hasSize(2);
        ways = EnumSet.of(Way.TEXT);
        wanted.set(true);
        UUID stale = queue(carys);
        outbox.drain(Way.TEXT);
        wanted.set(false);
        outbox.drain(Way.MAIL);
        assertThat(taken).as("asked again before the second way").hasSize(2);
        assertThat(as(Outbox.TASK, () -> store.about(stale)))
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(Delivery.State.DEAD, Delivery.State.CANCELLED);
    }

    @Test
    void aCodeForANumberNeverGoesElsewhere() {
        texts.add(failing(Arrival.UNKNOWN, true));
        UUID asking = UUID.randomUUID();
        as(
                sender,
                () -> {
                    messages.queue(Outgoing.duty(carys, Preferences.CODE, Preferences.CODE, asking).by(Way.TEXT));
                    return true;
                });
        Outbox outbox = outbox(Optional.of(channel));
        outbox.drain(Way.TEXT);
        outbox.drain(Way.MAIL);
        assertThat(only(asking).state()).isEqualTo(Delivery.State.DEAD);
        assertThat(as(Outbox.TASK, () -> store.about(asking))).hasSize(1);
        assertThat(taken).isEmpty();
    }

    /// She herself sees that it did not reach her, and nobody else sees hers.
    @Test
    void onlySheSeesOnHerPageWhyTextMessagesDoNotReachHer() {
        ways = EnumSet.of(Way.TEXT);
        texts.add(failing(Arrival.TEMPORARY, false));
        queue(carys);
        Outbox outbox = outbox(Optional.of(channel));
        outbox.drain(Way.TEXT);
        outbox.ask();
        Actor her = new Actor.Person(carys, agency, java.util.Set.of(org.diogel.kernel.Role.MEMBER));
        Actor other = new Actor.Person(new AccountId(UUID.randomUUID()), agency, java.util.Set.of(org.diogel.kernel.Role.MEMBER));
        assertThat(as(her, () -> unsent.lastTextFault(carys))).contains("temporary");
        assertThat(as(other, () -> unsent.lastTextFault(carys))).isEmpty();
    }

    private static final Actor ADMINISTRATOR =
            new Actor.Person(
                    new AccountId(UUID.randomUUID()),
                    new AgencyId(UUID.randomUUID()),
                    java.util.Set.of(org.diogel.kernel.Role.ADMINISTRATOR));

    private static Channel failing(Arrival arrival, boolean refuses) {
        return new Texting() {
            @Override
            public Optional<UUID> send(UUID reference, String address, Mail mail) {
                if (refuses) {
                    throw new Refused();
                }
                return Optional.of(reference);
            }

            @Override
            public Optional<Arrival> findOutcome(UUID handed) {
                return Optional.of(arrival);
            }
        };
    }

    @Test
    void whoeverWantsNothingSentHasItOnHerPageAlone() {
        ways = EnumSet.noneOf(Way.class);
        UUID subject = queue(carys);
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).isEmpty();
        assertThat(only(subject).state()).isEqualTo(Delivery.State.PAGE);
    }

    @Test
    void whatWasTakenBeforeTheServerDiedIsNotHandedOverAgainWhereTheTakerKnowsIt() {
        UUID subject = queue(carys);
        isGoing(subject);
        channel.known.add(only(subject).id());
        clock.forward(Duration.ofMinutes(6));
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).isEmpty();
        assertThat(only(subject).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void whatIsTakenBackWhileItIsBeingSentCountsAsGone() {
        UUID subject = queue(carys);
        Actor holder = new Actor.Holder(origin, false);
        List<Cancelled> cancelled = new ArrayList<>();
        channel.during =
                () -> {
                    wanted.set(false);
                    cancelled.add(as(holder, () -> messages.cancel("fixture", subject)));
                };
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(cancelled).containsExactly(new Cancelled(0, 1));
        assertThat(only(subject).state()).isEqualTo(Delivery.State.SENT);
    }

    /// The server died while it was handed over, and it was taken back before the next start.
    @Test
    void whatMayHaveGoneCountsAsGoneThoughItIsNotSentAgain() {
        UUID subject = queue(carys);
        isGoing(subject);
        wanted.set(false);
        clock.forward(Duration.ofMinutes(6));
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).isEmpty();
        assertThat(only(subject).state()).isEqualTo(Delivery.State.CANCELLED);
        assertThat(only(subject).hasGone()).isTrue();
    }

    /// A server that hangs for a minute, once for real: text messages go meanwhile.
    @Test
    void aChannelThatHangsIsLeftBehindAndHoldsUpNoOtherWay() throws Exception {
        ways = EnumSet.of(Way.MAIL, Way.TEXT);
        List<String> texted = new ArrayList<>();
        texts.add(texter(texted));
        CountDownLatch hanging = new CountDownLatch(1);
        channel.during =
                () -> {
                    hanging.countDown();
                    LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
                };
        UUID subject = queue(carys);
        Outbox outbox = outbox(Optional.of(channel));
        Instant began = Instant.now();
        Thread mail = Thread.ofVirtual().start(() -> outbox.drain(Way.MAIL));
        hanging.await();
        outbox.drain(Way.TEXT);
        assertThat(texted).hasSize(1);
        mail.join();
        assertThat(Duration.between(began, Instant.now())).isLessThan(Outbox.PATIENCE.plusSeconds(10));
        assertThat(as(Outbox.TASK, () -> store.about(subject)))
                .filteredOn(d -> d.way() == Way.MAIL)
                .allSatisfy(
                        d -> {
                            assertThat(d.state()).isEqualTo(Delivery.State.QUEUED);
                            assertThat(d.hasGone()).as("nobody knows").isTrue();
                        });
    }
}
