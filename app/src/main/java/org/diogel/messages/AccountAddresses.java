package org.diogel.messages;

import java.util.Optional;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.springframework.stereotype.Component;

/// Addresses of people who sign in; read as the outbox, which sees everybody's.
@Component
class AccountAddresses implements Addresses {

    private final Accounts accounts;
    private final Access access;

    AccountAddresses(Accounts accounts, Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    @Override
    public Optional<String> of(AccountId account) {
        return accounts.findEmail(account);
    }

    @Override
    public Who describe(AccountId id) {
        return accounts.find(id)
                .map(
                        account ->
                                new Who(
                                        account.roles().stream().sorted().collect(Collectors.toList()),
                                        access.findAgency(account.agency())
                                                .map(Agency::name)
                                                .orElse("")))
                .orElse(Who.NOBODY);
    }
}
