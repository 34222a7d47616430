package org.diogel.account;

import java.util.List;
import org.diogel.web.Form;
import org.springframework.stereotype.Component;

/// Says beside the field why a chosen password cannot be used.
@Component
class NewPasswords {
    private final PasswordRules rules;

    NewPasswords(PasswordRules rules) {
        this.rules = rules;
    }

    /// The form, with what has to be mended if anything.
    Form check(Form form, String field, List<String> personal) {
        return rules.check(form.value(field), personal)
                .map(problem -> form.withError(field, key(problem)))
                .orElse(form);
    }

    private static String key(PasswordRules.Problem problem) {
        return switch (problem) {
            case SHORT -> "account.password.short";
            case LONG -> "account.password.long";
            case COMMON -> "account.password.common";
            case PERSONAL -> "account.password.personal";
        };
    }
}
