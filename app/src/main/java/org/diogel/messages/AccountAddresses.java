package org.diogel.messages;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.springframework.stereotype.Component;

/// People who sign in.
@Component
class AccountAddresses implements Addresses {

    private final Accounts accounts;
    private final Access access;
    private final PreferenceStore chosen;
    private final Preferences numbers;
    private final Channels channels;
    private final Wording wording;

    AccountAddresses(
            Accounts accounts,
            Access access,
            PreferenceStore chosen,
            Preferences numbers,
            Channels channels,
            Wording wording) {
        this.accounts = accounts;
        this.access = access;
        this.chosen = chosen;
        this.numbers = numbers;
        this.channels = channels;
        this.wording = wording;
    }

    @Override
    public boolean isActive(AccountId account) {
        return accounts.find(account).filter(AccountView::active).isPresent();
    }

    @Override
    public Set<Way> ways(Delivery delivery) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        ways.addAll(of(delivery.account()).ways());
        if (!delivery.chosen()) {
            ways.add(Way.MAIL);
        }
        boolean wanted = !ways.isEmpty();
        ways.removeIf(way -> way == Way.TEXT && channels.find(way).isEmpty());
        // What she chose can no longer be sent by: better another way than none.
        if (wanted && ways.isEmpty()) {
            ways.add(Way.MAIL);
        }
        return ways;
    }

    @Override
    public Optional<Instant> quietUntil(AccountId account, Instant now) {
        return of(account).quietUntil(now);
    }

    @Override
    public Optional<Post> post(Delivery delivery) {
        if (delivery.template().equals(Preferences.CODE)) {
            return numbers.codeOf(delivery.account(), delivery.subject())
                    .map(sent -> new Post(sent.number(), wording.code(sent.code())));
        }
        Mail mail = wording.of(delivery.template(), delivery.way());
        return (delivery.way() == Way.TEXT
                        ? numbers.numberOf(delivery.account())
                        : accounts.findEmail(delivery.account()))
                .map(address -> new Post(address, mail));
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

    private Preference of(AccountId account) {
        return chosen.find(account).orElse(Preference.NOTHING_CHOSEN);
    }
}
