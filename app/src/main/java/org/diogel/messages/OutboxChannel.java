package org.diogel.messages;

/// The demonstration's way out: nothing leaves, and the page `/outbox` shows what would have.
final class OutboxChannel implements Channel {
    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public void send(String address, Mail mail) {}
}
