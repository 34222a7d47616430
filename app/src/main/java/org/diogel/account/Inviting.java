package org.diogel.account;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diogel.account.Invitations.Made;
import org.diogel.kernel.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// How a link reaches whoever was asked: by e-mail, or by the hand of whoever asked.
@Service
class Inviting {
    private static final Logger LOG = LoggerFactory.getLogger(Inviting.class);

    private final Invitations invitations;
    private final People people;
    private final Optional<LinkPost> post;

    Inviting(Invitations invitations, People people, Optional<LinkPost> post) {
        this.invitations = invitations;
        this.people = people;
        this.post = post;
    }

    /// What came of it. @param email where the link went; empty when it is shown @param link to be given
    /// by hand; empty when it went by e-mail @param confirmers who may confirm it; empty when nobody can
    /// @param waits whether somebody has to
    record Sent(String name, String email, String link, boolean waits, List<String> confirmers) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    /// Empty when the mail server did not take it; then nobody was asked.
    ///
    /// @param address of the page, made from the link's secret part
    Optional<Sent> invite(Invitations.Asked asked, UnaryOperator<String> address) {
        return deliver(invitations.invite(asked), Optional.empty(), address);
    }

    /// Signs her out everywhere and gives her a link to a new password and a new app.
    ///
    /// @throws org.diogel.web.NotHere when there is no such account, it is suspended, or her own
    Optional<Sent> inviteAgain(AccountId account, UnaryOperator<String> address) {
        Made made = invitations.inviteAgain(account);
        people.endSessions(account);
        return deliver(made, Optional.of(account), address);
    }

    private Optional<Sent> deliver(
            Made made, Optional<AccountId> invited, UnaryOperator<String> address) {
        String link = address.apply(made.link());
        String email = made.email();
        if (made.byMail() && email != null) {
            try {
                post.orElseThrow().send(email, link);
            } catch (RuntimeException refused) {
                LOG.warn("The mail server did not take a link: {}", refused.getClass().getName());
                people.cancel(made.id());
                return Optional.empty();
            }
            return Optional.of(new Sent(made.name(), email, "", false, List.of()));
        }
        List<String> confirmers = made.waits() ? people.confirmers(invited) : List.of();
        return Optional.of(new Sent(made.name(), "", link, made.waits(), confirmers));
    }
}
