package org.diogel.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diogel.kernel.SettingRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sending service, over HTTP as its public description says it.
class NotifyTest {

    private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final String KEY = "made-up-" + SERVICE + "-" + SECRET;
    private static final String TEMPLATE = "217a419e-6a7d-482a-9596-718b889dffce";
    private static final String NUMBER = "+447700900123";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final UUID id = UUID.randomUUID();
    private volatile int status = 201;
    private volatile String body = "{\"id\":\"" + id + "\"}";
    private volatile boolean hangs;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aTextMessageIsPostedWithAFreshTokenOurReferenceAndNothingButItsWords() throws Exception {
        UUID reference = UUID.randomUUID();
        assertThat(channel(Way.TEXT).send(reference, NUMBER, new Mail("", "Words"))).contains(id);
        HttpExchange exchange = asked.getFirst();
        assertThat(exchange.getRequestURI()).hasToString("/v2/notifications/sms");
        assertThat(taken.getFirst())
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"phone_number": "%s", "template_id": "%s", "reference": "%s",
                                         "personalisation": {"body": "Words"}}
                                        """
                                                .formatted(NUMBER, TEMPLATE, reference)));
        checkToken(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    @Test
    void anEmailHasASubject() {
        channel(Way.MAIL).send(UUID.randomUUID(), "carys@example.invalid", new Mail("Some", "Words"));
        assertThat(asked.getFirst().getRequestURI()).hasToString("/v2/notifications/email");
        assertThat(taken.getFirst().path("email_address").asString()).isEqualTo("carys@example.invalid");
        assertThat(taken.getFirst().path("personalisation").path("subject").asString()).isEqualTo("Some");
    }

    @Test
    void whatIsWrongWithAMessageIsRefusedAndWhatIsWrongWithUsIsTriedAgain() {
        body = "{\"errors\":[{\"error\":\"ValidationError\",\"message\":\"" + NUMBER + " is wrong\"}]}";
        status = 400;
        assertThatThrownBy(this::text).isInstanceOf(Refused.class);
        for (int other : new int[] {301, 403, 404, 429, 500, 503}) {
            status = other;
            assertThatThrownBy(this::text)
                    .as("answer " + other)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("900123")
                    .hasNoCause();
        }
        assertThat(asked).as("nothing is followed or tried again by itself").hasSize(7);
    }

    @Test
    void anAnswerThatIsNoneOrComesTooLateIsTriedAgain() {
        for (String none : List.of("", "<html>", "{}", "[]", "{\"id\":\"" + NUMBER + "\"}")) {
            body = none;
            assertThatThrownBy(this::text)
                    .as(none)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("900123");
        }
        hangs = true;
        assertThatThrownBy(this::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not answer");
        server.stop(0);
        assertThatThrownBy(this::text).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasTakenBeforeIsFoundByItsReferenceAndNothingElse() {
        UUID reference = UUID.randomUUID();
        status = 200;
        body = "{\"notifications\":[]}";
        assertThat(channel(Way.TEXT).findTaken(reference)).isEmpty();
        body =
                """
                {"notifications": [{"id": "%s", "reference": "%s"}, {"id": "%s", "reference": null}]}
                """
                        .formatted(id, reference, UUID.randomUUID());
        assertThat(channel(Way.TEXT).findTaken(reference)).contains(id);
        assertThat(channel(Way.TEXT).findTaken(UUID.randomUUID())).isEmpty();
        assertThat(asked.getFirst().getRequestURI())
                .hasToString("/v2/notifications?reference=" + reference);
    }

    @Test
    void whatBecameOfItIsToldApart() {
        status = 200;
        List<String> told = new ArrayList<>();
        for (String word :
                List.of("created", "sending", "delivered", "permanent-failure", "temporary-failure", "technical-failure")) {
            body = "{\"status\":\"" + word + "\"}";
            told.add(word + " " + channel(Way.TEXT).findOutcome(id).map(Object::toString).orElse("?"));
        }
        assertThat(told)
                .containsExactly(
                        "created ?",
                        "sending ?",
                        "delivered DELIVERED",
                        "permanent-failure UNKNOWN",
                        "temporary-failure TEMPORARY",
                        "technical-failure FAILED");
    }

    @Test
    void settingsThatWouldNotWorkAreRefusedWithWhatToDo() {
        refused("short", "https://a.invalid", TEMPLATE, "", "DIOGEL_SEND_NOTIFYKEY");
        refused("", "https://a.invalid", TEMPLATE, "", "DIOGEL_SEND_NOTIFYKEY");
        refused(KEY, "https://a.invalid", "", "", "template");
        refused(KEY, "https://a.invalid", "my template", "", "DIOGEL_SEND_NOTIFYMAILTEMPLATE");
        refused(KEY, "https://a.invalid", "", "x", "DIOGEL_SEND_NOTIFYTEXTTEMPLATE");
        refused(KEY, "http://a.invalid", "", TEMPLATE, "DIOGEL_SEND_NOTIFYURL");
        refused(KEY, "https://user@a.invalid", "", TEMPLATE, "DIOGEL_SEND_NOTIFYURL");
        new NotifySettings(KEY, "https://a.invalid/", TEMPLATE, TEMPLATE).check();
        new NotifySettings("", "https://a.invalid", "", "").check();
        assertThat(new NotifySettings(KEY, "", "", "")).asString().doesNotContain(SECRET);
    }

    private static void refused(String key, String url, String mail, String text, String says) {
        assertThatThrownBy(() -> new NotifySettings(key, url, mail, text).check())
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(says)
                .hasMessageNotContaining(SECRET);
    }

    private void text() {
        channel(Way.TEXT).send(UUID.randomUUID(), NUMBER, new Mail("", "Words"));
    }

    private NotifyChannel channel(Way way) {
        NotifySettings settings =
                new NotifySettings(
                        KEY, "http://127.0.0.1:" + server.getAddress().getPort(), TEMPLATE, TEMPLATE);
        settings.check();
        return new NotifyChannel(
                new NotifyClient(settings, Clock.systemUTC(), PATIENCE), way, TEMPLATE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange);
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (sent.length > 0) {
            taken.add(JsonMapper.shared().readTree(sent));
        }
        if (hangs) {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().add("Location", "http://elsewhere.invalid/");
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void checkToken(String header) throws Exception {
        assertThat(header).startsWith("Bearer ");
        String[] parts = header.substring(7).split("\\.");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        assertThat(Base64.getUrlDecoder().decode(parts[2]))
                .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(UTF_8)));
        JsonNode head = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(head.path("alg").asString()).isEqualTo("HS256");
        assertThat(claims.path("iss").asString()).isEqualTo(SERVICE);
        assertThat(claims.path("iat").asLong())
                .isBetween(
                        Clock.systemUTC().instant().getEpochSecond() - 30,
                        Clock.systemUTC().instant().getEpochSecond());
    }
}
