package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.diogel.vault.Place;
import org.diogel.vault.SealBroken;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.diogel.web.Requests;
import org.springframework.stereotype.Component;

/// Keeps the code between two pages, sealed in a cookie that is gone when the browser closes. There
/// is no session, and nothing about a report in any address.
@Component
class Tickets {

    static final String COOKIE = "__Host-tell";

    private static final String BROUGHT = Tickets.class.getName();
    private static final Duration KEPT = Duration.ofHours(12);
    private static final Duration SECOND_KEPT = Duration.ofMinutes(20);
    private static final Place PLACE = new Place("cookie", new UUID(0, 0), "tell");
    private static final int CODE = 28;

    private final Vault vault;
    private final Clock clock;

    Tickets(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /// Empty when there is none, or it is too old or not ours. The second secret counts for a
    /// shorter time than the code.
    Optional<Ticket> find(HttpServletRequest request) {
        return request.getAttribute(BROUGHT) instanceof Ticket ticket
                ? Optional.of(ticket)
                : Requests.cookie(request, COOKIE).flatMap(this::open);
    }

    /// Keeps it for the rest of this request, and for the next page.
    void bring(HttpServletRequest request, HttpServletResponse response, Ticket ticket) {
        request.setAttribute(BROUGHT, ticket);
        give(response, ticket);
    }

    /// Keeps it for the next page, from now on.
    void give(HttpServletResponse response, Ticket ticket) {
        byte[] bytes =
                ByteBuffer.allocate(8 + 1 + 1 + 16 + CODE)
                        .putLong(clock.instant().getEpochSecond())
                        .put((byte) (ticket.second() ? 1 : 0))
                        .put((byte) (ticket.fresh() ? 1 : 0))
                        .putLong(ticket.report().value().getMostSignificantBits())
                        .putLong(ticket.report().value().getLeastSignificantBits())
                        .put(ticket.code().letters().getBytes(StandardCharsets.US_ASCII))
                        .array();
        Requests.setCookie(
                response,
                COOKIE,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(vault.sealUnder(SealKey.COOKIE, PLACE, bytes)));
    }

    void clear(HttpServletResponse response) {
        Requests.clearCookie(response, COOKIE);
    }

    private Optional<Ticket> open(String cookie) {
        try {
            ByteBuffer in =
                    ByteBuffer.wrap(
                            vault.openUnder(
                                    SealKey.COOKIE, PLACE, Base64.getUrlDecoder().decode(cookie)));
            Instant given = Instant.ofEpochSecond(in.getLong());
            boolean second = in.get() == 1;
            boolean fresh = in.get() == 1;
            ReportId report = new ReportId(new UUID(in.getLong(), in.getLong()));
            byte[] code = new byte[CODE];
            in.get(code);
            Duration age = Duration.between(given, clock.instant());
            if (age.compareTo(KEPT) > 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new Ticket(
                            report,
                            new ReceiptCode(new String(code, StandardCharsets.US_ASCII)),
                            second && age.compareTo(SECOND_KEPT) <= 0,
                            fresh));
        } catch (IllegalArgumentException | SealBroken | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }
}
