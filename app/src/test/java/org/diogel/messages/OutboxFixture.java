package org.diogel.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An outbox whose ways out, wishes and time a test holds in its hands.
abstract class OutboxFixture {

    @Autowired Messages messages;
    @Autowired DeliveryStore store;
    @Autowired Wording wording;
    @Autowired Jobs jobs;
    @Autowired PlatformTransactionManager transactions;

    final AccountId carys = new AccountId(UUID.randomUUID());
    final AgencyId agency = new AgencyId(UUID.randomUUID());
    final Actor sender =
            new Actor.Person(new AccountId(UUID.randomUUID()), agency, java.util.Set.of(Role.MODERATOR));
    final UUID origin = UUID.randomUUID();
    final AtomicBoolean wanted = new AtomicBoolean(true);
    final AtomicBoolean active = new AtomicBoolean(true);
    final List<Channel> texts = new ArrayList<>();
    Set<Way> ways = EnumSet.of(Way.MAIL);
    final List<String> taken = new ArrayList<>();
    final Recorder channel = new Recorder();
    final Ticking clock = new Ticking();

    @BeforeEach
    void onlyThisTestSends() {
        jobs.stop();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    List<UUID> settledDue() {
        Instant now = clock.instant();
        store.unsettled(100).forEach(id -> store.settle(id, Way.MAIL));
        return store.due(Way.MAIL, now, now, 100);
    }

    static Channel texter(List<String> texted) {
        return new Texting() {
            @Override
            public Optional<UUID> send(UUID reference, String address, Mail mail) {
                texted.add(address);
                return Optional.empty();
            }
        };
    }

    /// It is being handed over: nobody has noted yet how that went.
    void isGoing(UUID subject) {
        UUID id = only(subject).id();
        as(
                Outbox.TASK,
                () ->
                        store.settle(id, Way.MAIL)
                                && store.move(
                                        id,
                                        Delivery.State.QUEUED,
                                        Delivery.State.SENDING,
                                        clock.instant()));
    }

    UUID queue(AccountId to) {
        UUID subject = UUID.randomUUID();
        as(sender, () -> add(to, subject));
        return subject;
    }

    boolean add(AccountId to, UUID subject) {
        messages.queue(
                new Outgoing(
                        to, Messages.NEUTRAL, "fixture", subject, origin, agency, false, false, null));
        return true;
    }

    Delivery only(UUID subject) {
        return as(Outbox.TASK, () -> store.about(subject)).getFirst();
    }

    Outbox outbox(Optional<Channel> way) {
        SendCheck check =
                new SendCheck() {
                    @Override
                    public String subjectKind() {
                        return "fixture";
                    }

                    @Override
                    public boolean stillWanted(UUID subject, AccountId to) {
                        return wanted.get();
                    }
                };
        Addresses addresses =
                new Addresses() {
                    @Override
                    public boolean isActive(AccountId account) {
                        return active.get();
                    }

                    @Override
                    public Set<Way> ways(Delivery delivery) {
                        return ways;
                    }

                    @Override
                    public Optional<Instant> quietUntil(AccountId account, Instant now) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Post> post(Delivery delivery) {
                        return delivery.account().equals(carys)
                                ? Optional.of(
                                        new Post(
                                                delivery.way() == Way.MAIL
                                                        ? "carys@example.invalid"
                                                        : "+447700900123",
                                                wording.of(delivery.template(), delivery.way())))
                                : Optional.empty();
                    }

                    @Override
                    public Who describe(AccountId account) {
                        return Who.NOBODY;
                    }
                };
        List<Channel> out = new ArrayList<>(texts);
        way.ifPresent(out::add);
        return new Outbox(
                store, List.of(check), addresses, new Channels(out), transactions, clock);
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(
                actor,
                "testing",
                () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    /// What takes text messages.
    abstract static class Texting implements Channel {
        @Override
        public String name() {
            return "notify";
        }

        @Override
        public Way way() {
            return Way.TEXT;
        }
    }

    final class Recorder implements Channel {
        final Set<UUID> known = new HashSet<>();
        boolean down;
        boolean refuses;
        Runnable during = () -> {};
        Duration takes = Duration.ZERO;

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
            if (refuses) {
                throw new Refused();
            }
            if (down) {
                throw new IllegalStateException("no answer from " + address);
            }
            clock.forward(takes);
            during.run();
            taken.add(address);
            return Optional.empty();
        }

        @Override
        public Optional<UUID> findTaken(UUID reference) {
            return known.contains(reference) ? Optional.of(reference) : Optional.empty();
        }
    }

    /// Begins a little ahead of the database's clock, which dates what is queued.
    static final class Ticking extends Clock {
        private Instant now = Clock.systemUTC().instant().plusSeconds(60);

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
