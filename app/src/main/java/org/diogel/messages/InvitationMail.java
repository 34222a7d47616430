package org.diogel.messages;

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
        channel.send(address, wording.of("invitation", link));
    }
}
