package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diogel.kernel.AccountId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Sessions of people who signed in. A session holds an account id, the kind of browser and when she last
/// gave a code or passkey; it ends after thirty idle minutes, after twelve hours whatever happens, at sign-out and when the account may no longer act.
@Component
class Sessions {
    static final String COOKIE = "__Host-diogel";
    private static final String PROVED = "proved";
    private static final String BROWSER = "browser";
    private static final String USE = "end-session";
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String ACCOUNT =
            FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final SignInSettings settings;
    private final SealedTokens tokens;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            SignInSettings settings,
            SealedTokens tokens,
            Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// Under a new id: one known before signing in is worth nothing afterwards.
    ///
    /// @param fresh whether a code or passkey was given just now
    void start(HttpServletRequest request, AccountId account, boolean fresh) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.toString());
        session.setAttribute(PROVED, fresh ? now() : "0");
        session.setAttribute(BROWSER, BrowserKind.of(request.getHeader("User-Agent")).name());
    }

    /// A code or passkey was given again. The session goes on under a new id.
    void prove(HttpServletRequest request) {
        request.changeSessionId();
        request.getSession(true).setAttribute(PROVED, now());
    }

    /// Whether a code or passkey was given within the last minutes.
    boolean isFresh(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PROVED) instanceof String proved)) {
            return false;
        }
        Instant until = Instant.ofEpochSecond(Long.parseLong(proved)).plus(settings.fresh());
        return clock.instant().isBefore(until);
    }

    /// Where this account is signed in now, last used first. ASVS 7.5.2.
    ///
    /// @param request the one of these that is asking
    List<Open> open(HttpServletRequest request, AccountId account) {
        HttpSession asking = request.getSession(false);
        String here = asking == null ? "" : asking.getId();
        return repository.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired() && !isOver(session.getCreationTime()))
                .sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
                .map(
                        session ->
                                new Open(
                                        tokens.seal(USE, List.of(session.getId())),
                                        BrowserKind.named(session.getAttribute(BROWSER)),
                                        session.getCreationTime(),
                                        session.getLastAccessedTime(),
                                        session.getId().equals(here)))
                .toList();
    }

    /// Ends one of this account's own sessions; none where the token names no session of hers.
    void endOne(AccountId account, String token) {
        var hers = repository.findByPrincipalName(account.toString()).keySet();
        tokens.open(USE, token, LONGEST).map(List::getFirst).filter(hers::contains).ifPresent(repository::deleteById);
    }

    /// @param token names the session to this server and opens nothing: its id is what lets one in
    record Open(String token, BrowserKind browser, Instant since, Instant used, boolean here) {}

    private boolean isOver(Instant began) {
        return clock.instant().isAfter(began.plus(LONGEST));
    }

    private String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    /// Who signed in, if the session still counts.
    Optional<AccountId> current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
            return Optional.empty();
        }
        if (isOver(Instant.ofEpochMilli(session.getCreationTime()))) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(AccountId.of(account));
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /// Every session of this account, on whatever device.
    void endAll(AccountId account) {
        repository.findByPrincipalName(account.toString()).keySet().forEach(repository::deleteById);
    }
}
