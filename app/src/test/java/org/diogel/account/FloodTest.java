package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Guessing slows down whoever guesses and nobody else, and learns nothing from how long it takes.
@WebTest
class FloodTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Visitor browser;

    @BeforeEach
    void anAgency() {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Llif " + System.nanoTime());
        browser = new Visitor(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void manyAddressesAtOneAccountLockItsOwnerOutOfNoDevice() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        TestPeople.signIn(browser, who, -1);
        List<Callable<List<Integer>>> flood = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            String from = "127.0.1." + i;
            flood.add(() -> guesses(from, 11, who.email()));
        }
        int turnedAway = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Integer>> one : threads.invokeAll(flood)) {
                turnedAway += (int) one.get().stream().filter(s -> s == 429).count();
            }
        }
        assertThat(turnedAway).as("each address' eleventh guess").isGreaterThanOrEqualTo(4);
        browser.close();
        browser.cookies.remove("__Host-diogel");
        assertThat(TestPeople.signIn(browser, who, 0).status()).isEqualTo(303);
        assertThat(onANewBrowser(who, 1).status()).isEqualTo(303);
    }

    @Test
    void oneAddressAtEndlessAccountsIsTurnedAwayAndNobodyElse() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        Somebody other = people.somebody(agency, Role.MEMBER);
        browser.from = "127.0.2.1";
        TestPeople.signIn(browser, who, 0);
        long before = asked();
        List<Integer> answers = guesses("127.0.2.1", 90, null);
        assertThat(answers.stream().filter(s -> s == 429).count()).isGreaterThan(15);
        assertThat(asked() - before).as("looked up and noted").isLessThan(76);
        browser.close();
        browser.cookies.remove("__Host-diogel");
        assertThat(TestPeople.signIn(browser, who, 1).status()).isEqualTo(303);
        assertThat(onANewBrowser(other, 0).status()).isEqualTo(303);
    }

    @Test
    void guessesFromElsewhereAreCountedByTheTrueAddress() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        try (Visitor guesser = new Visitor(port)) {
            guesser.from = "127.0.3.1";
            Answer page = guesser.get("/sign-in");
            int slowed = 0;
            for (int i = 0; i < 14; i++) {
                guesser.headers.put("X-Forwarded-For", "192.0.2." + i);
                slowed +=
                        TestPeople.password(guesser, page, who.email(), "guess " + i).status()
                                        == 429
                                ? 1
                                : 0;
            }
            assertThat(slowed).as("turned away although the address was forged").isGreaterThan(2);
        }
    }

    @Test
    void aDeviceThatSignedInBeforeWaitsForNoStranger() throws Exception {
        Passwords passwords = new Passwords();
        String hash = passwords.hash(TestPeople.PASSWORD);
        AtomicInteger done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(40)) {
            for (int i = 0; i < 40; i++) {
                threads.submit(
                        () -> {
                            passwords.matches("a stranger's guess", hash, false);
                            return done.incrementAndGet();
                        });
            }
            Thread.sleep(50);
            assertThat(passwords.matches(TestPeople.PASSWORD, hash, true)).isTrue();
            assertThat(done.get()).as("strangers served before her").isLessThan(30);
        }
    }

    @Test
    void anUnknownAddressIsNotedLikeAKnownOneWithoutAName() throws Exception {
        long before = asked();
        guesses("127.0.4.1", 1, "nobody-" + System.nanoTime() + "@example.invalid");
        assertThat(asked() - before).isOne();
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement();
                var rows =
                        sql.executeQuery(
                                "select subject from audit.entry where action ="
                                        + " 'account.password-refused' order by id desc limit 1")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(1)).isNull();
        }
    }

    /// The whole request, with everything it writes; each asked in turn, so that both meet the same
    /// machine.
    @Test
    void anUnknownAddressTakesAsLongAsAKnownOne() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        int rounds = 9;
        long[] known = new long[rounds];
        long[] unknown = new long[rounds];
        try (Visitor guesser = new Visitor(port)) {
            guesser.from = "127.0.5.1";
            Answer page = guesser.get("/sign-in");
            for (int i = 0; i < rounds; i++) {
                known[i] = time(guesser, page, who.email());
                unknown[i] = time(guesser, page, "nobody-" + i + "@example.invalid");
            }
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        assertThat((double) unknown[rounds / 2] / known[rounds / 2]).isBetween(0.5, 2.0);
        assertThat(new Passwords().hash("any password"))
                .startsWith("$argon2id$v=19$m=32768,t=2,p=1$");
    }

    private static long time(Visitor guesser, Answer page, String email) throws IOException {
        long start = System.nanoTime();
        assertThat(TestPeople.password(guesser, page, email, "not this one").status())
                .isEqualTo(422);
        return System.nanoTime() - start;
    }

    /// @param email null for another one each time @return what was answered
    private List<Integer> guesses(String from, int many, String email) throws IOException {
        List<Integer> answers = new ArrayList<>();
        try (Visitor guesser = new Visitor(port)) {
            guesser.from = from;
            Answer page = guesser.get("/sign-in");
            for (int i = 0; i < many; i++) {
                String asked = email == null ? "any-" + i + "@example.invalid" : email;
                answers.add(TestPeople.password(guesser, page, asked, "guess " + i).status());
            }
        }
        return answers;
    }

    private Answer onANewBrowser(Somebody who, int step) throws IOException {
        try (Visitor fresh = new Visitor(port)) {
            fresh.from = "127.0.6.1";
            return TestPeople.signIn(fresh, who, step);
        }
    }

    private static long asked() throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement();
                var rows =
                        sql.executeQuery(
                                "select count(*) from audit.entry where action ="
                                        + " 'account.password-refused'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
