package org.diogel.messages;

import java.util.UUID;
import org.diogel.account.LinkPost;

/// Sends an invitation at once and past the ledger, since its link must not be kept anywhere.
final class InvitationMail implements LinkPost {

    private final Channel channel;
    private final Wording wording;

    InvitationMail(Channel channel, Wording wording) {
        this.channel = channel;
        this.wording = wording;
    }

    @Override
    public void send(String address, String link) {
        channel.send(UUID.randomUUID(), address, wording.of("invitation", link));
    }
}
