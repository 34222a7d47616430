package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.diogel.kernel.AccountId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Sessions of people who signed in. A session holds an account id; it ends after thirty idle
/// minutes, after twelve hours whatever happens, at sign-out and when the account may no longer act.
@Component
class Sessions {
    static final String COOKIE = "__Host-diogel";
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String ACCOUNT =
            FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final Clock clock;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /// Under a new id: one known before signing in is worth nothing afterwards.
    void start(HttpServletRequest request, AccountId account) {
        end(request);
        request.getSession(true).setAttribute(ACCOUNT, account.toString());
    }

    /// Who signed in, if the session still counts.
    Optional<AccountId> current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
            return Optional.empty();
        }
        Instant ends = Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST);
        if (clock.instant().isAfter(ends)) {
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
