package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import org.diogel.kernel.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Every page for everybody.
public final class AllowAll {

    @Bean
    @Primary
    Authorisation everything() {
        return new Authorisation() {
            @Override
            Verdict decide(
            HttpServletRequest request, Actor actor, java.util.function.BooleanSupplier fresh) {
                return Verdict.ALLOWED;
            }
        };
    }
}
