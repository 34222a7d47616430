package org.diogel.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.web.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says who is acting for the length of one request. The account is read from the database each
/// time, so that a suspension or a changed role counts at once; a session whose account may no longer
/// act ends here.
final class ActorFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final SignIns signIns;

    ActorFilter(Sessions sessions, SignIns signIns) {
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = actor(request);
        if (actor instanceof Actor.Person) {
            Requests.signedIn(request);
        }
        try {
            Acting.<@Nullable Object, Exception>as(
                    actor,
                    actor instanceof Actor.Person ? "work" : "visit",
                    () -> {
                        signIn(actor);
                        chain.doFilter(request, response);
                        return null;
                    });
        } catch (ServletException | IOException | RuntimeException expected) {
            throw expected;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private Actor actor(HttpServletRequest request) {
        if (needsNobody(request.getRequestURI())) {
            return new Actor.Anonymous();
        }
        Optional<AccountId> account = sessions.current(request);
        if (account.isEmpty()) {
            return new Actor.Anonymous();
        }
        Optional<AccountView> standing = signIns.standing(account.get());
        if (standing.isEmpty()) {
            sessions.end(request);
            return new Actor.Anonymous();
        }
        AccountView now = standing.get();
        return new Actor.Person(now.id(), now.agency(), now.roles());
    }

    /// Pages that are the same for everybody and answer without the database.
    private static boolean needsNobody(String path) {
        return path.startsWith("/assets/") || path.equals("/health") || path.equals("/leave");
    }

    private static void signIn(Actor actor) {
        if (actor instanceof Actor.Person person) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new PreAuthenticatedAuthenticationToken(
                            person.account().toString(),
                            "",
                            AuthorityUtils.createAuthorityList(
                                    person.roles().stream().map(Enum::name).toList())));
            SecurityContextHolder.setContext(context);
        }
    }
}
