package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.Test;

@WebTest
class OutboxTest extends OutboxFixture {

    @Test
    void whatIsQueuedIsSentOnce() {
        UUID subject = queue(carys);
        Outbox outbox = outbox(Optional.of(channel));
        outbox.drain(Way.MAIL);
        outbox.drain(Way.MAIL);
        assertThat(taken).containsExactly("carys@example.invalid");
        assertThat(only(subject).state()).isEqualTo(Delivery.State.SENT);
        assertThat(only(subject).channel()).isEqualTo("mail");
    }

    @Test
    void anInvitationBringsItsLinkInBothLanguagesAndSaysNothingMore() {
        List<Mail> sent = new ArrayList<>();
        Channel only =
                new Channel() {
                    @Override
                    public String name() {
                        return "mail";
                    }

                    @Override
                    public Way way() {
                        return Way.MAIL;
                    }

                    @Override
                    public Optional<UUID> send(UUID reference, String address, Mail mail) {
                        assertThat(address).isEqualTo("carys@example.invalid");
                        sent.add(mail);
                        return Optional.empty();
                    }
                };
        new InvitationMail(only, wording)
                .send("carys@example.invalid", "https://x.invalid/invitation/ABC");
        Mail mail = sent.getFirst();
        assertThat(mail.body().split("https://x.invalid/invitation/ABC", -1)).hasSize(3);
        assertThat(mail.subject() + mail.body())
                .doesNotContainIgnoringCase("diogel")
                .doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("report")
                .doesNotContainIgnoringCase("rhybudd");
    }

    @Test
    void whatIsNoLongerWantedNeverGoes() {
        UUID subject = queue(carys);
        wanted.set(false);
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).isEmpty();
        assertThat(only(subject).state()).isEqualTo(Delivery.State.CANCELLED);
    }

    @Test
    void cancellingSaysWhatHadGone() {
        UUID subject = queue(carys);
        outbox(Optional.of(channel)).drain(Way.MAIL);
        as(sender, () -> add(carys, subject));
        Actor holder = new Actor.Holder(origin, false);
        Cancelled cancelled = as(holder, () -> messages.cancel("fixture", subject));
        assertThat(cancelled).isEqualTo(new Cancelled(1, 1));
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).hasSize(1);
    }

    @Test
    void aRolledBackSendingLeavesNothing() {
        UUID subject = UUID.randomUUID();
        try {
            as(
                    sender,
                    () -> {
                        add(carys, subject);
                        throw new IllegalStateException("on purpose");
                    });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("on purpose");
        }
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).isEmpty();
    }

    @Test
    void aChannelThatIsDownIsTriedAgainLaterAndGivenUpAtLast() {
        UUID subject = queue(carys);
        channel.down = true;
        Outbox outbox = outbox(Optional.of(channel));
        outbox.drain(Way.MAIL);
        outbox.drain(Way.MAIL);
        assertThat(only(subject).attempts()).as("not at once").isEqualTo(1);
        for (int attempt = 1; attempt < Outbox.MOST_ATTEMPTS; attempt++) {
            assertThat(only(subject).state()).isEqualTo(Delivery.State.QUEUED);
            clock.forward(Outbox.pause(attempt).plusSeconds(1));
            outbox.drain(Way.MAIL);
        }
        assertThat(only(subject).state()).isEqualTo(Delivery.State.DEAD);
        assertThat(only(subject).fault()).isEqualTo("channel");

        channel.down = false;
        as(Outbox.TASK, () -> store.tryAgain(only(subject).id(), clock.instant()));
        outbox.drain(Way.MAIL);
        assertThat(only(subject).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void oneThatCannotBeSentBlocksNoOther() {
        UUID nobody = queue(new AccountId(UUID.randomUUID()));
        UUID subject = queue(carys);
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(only(nobody).state()).isEqualTo(Delivery.State.DEAD);
        assertThat(only(nobody).fault()).isEqualTo("no-address");
        assertThat(only(subject).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void whatIsUrgentGoesFirst() {
        queue(carys);
        queue(carys);
        UUID alarm = UUID.randomUUID();
        as(
                sender,
                () -> {
                    messages.queueUrgent(carys, Messages.NEUTRAL, "fixture", alarm);
                    return true;
                });
        assertThat(as(Outbox.TASK, () -> settledDue()))
                .startsWith(only(alarm).id());
    }

    @Test
    void aMailServerThatHangsHoldsUpNoRunForLong() {
        queue(carys);
        queue(carys);
        queue(carys);
        channel.takes = Duration.ofSeconds(15);
        Outbox outbox = outbox(Optional.of(channel));
        outbox.drain(Way.MAIL);
        assertThat(taken).hasSize(1);
        outbox.drain(Way.MAIL);
        assertThat(taken).hasSize(2);
    }

    @Test
    void whatWaitsAlreadyIsNotQueuedTwice() {
        UUID desk = UUID.randomUUID();
        Actor task = new Actor.Task("desk-news");
        for (int n = 0; n < 3; n++) {
            as(
                    task,
                    () -> {
                        messages.queueOnce(carys, Messages.NEUTRAL, "fixture", desk);
                        return true;
                    });
        }
        assertThat(as(Outbox.TASK, () -> store.about(desk))).hasSize(1);
        outbox(Optional.of(channel)).drain(Way.MAIL);
        as(
                task,
                () -> {
                    messages.queueOnce(carys, Messages.NEUTRAL, "fixture", desk);
                    return true;
                });
        assertThat(as(Outbox.TASK, () -> store.about(desk))).hasSize(2);
    }

    @Test
    void whatWasGoingWhenTheServerDiedGoesAgain() {
        UUID subject = queue(carys);
        as(
                Outbox.TASK,
                () ->
                        store.move(
                                only(subject).id(),
                                Delivery.State.QUEUED,
                                Delivery.State.SENDING,
                                clock.instant()));
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).as("not while it may still be going").isEmpty();
        clock.forward(Duration.ofMinutes(6));
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).hasSize(1);
        assertThat(only(subject).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void withoutAWayOutEverythingWaits() {
        UUID subject = queue(carys);
        outbox(Optional.empty()).drain(Way.MAIL);
        assertThat(only(subject).state()).isEqualTo(Delivery.State.QUEUED);
    }

    @Test
    void otherAgenciesSeeNoDelivery() {
        UUID subject = queue(carys);
        Actor stranger =
                new Actor.Person(
                        carys, new AgencyId(UUID.randomUUID()), java.util.Set.of(Role.MODERATOR));
        assertThat(as(stranger, () -> messages.about(subject))).isEmpty();
        assertThat(as(stranger, () -> messages.cancel("fixture", subject)).stopped()).isZero();
        assertThat(as(sender, () -> messages.about(subject))).hasSize(1);
    }

    /// Whoever looks over her shoulder learns nothing from it.
    @Test
    void theMessageNamesNothing() {
        Mail mail = wording.of(Messages.NEUTRAL);
        String all = (mail.subject() + " " + mail.body()).toLowerCase(Locale.ROOT);
        assertThat(mail.subject()).isEqualTo("Mae gennych neges / You have a message");
        assertThat(all)
                .doesNotContain(
                        "diogel", "sex", "rhyw", "violence", "trais", "attack", "ymosod", "warning",
                        "rhybudd", "report", "adroddiad", "danger", "perygl", "police", "heddlu",
                        "victim", "dioddef", "abuse", "camdrin", "exploit", "safe", "member");
        assertThat(all.replaceAll("https?://\\S+", "")).hasSizeLessThan(160);
    }
}
