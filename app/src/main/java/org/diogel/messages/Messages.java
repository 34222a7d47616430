package org.diogel.messages;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Region;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door for whoever has something to say.
@Service
public class Messages {

    /// The one thing a message ever says.
    public static final String NEUTRAL = "you-have-a-message";

    private final DeliveryStore store;
    private final UnsentStore unsent;
    private final PreferenceStore preferences;

    Messages(DeliveryStore store, UnsentStore unsent, PreferenceStore preferences) {
        this.store = store;
        this.unsent = unsent;
        this.preferences = preferences;
    }

    /// Queues in the caller's transaction: it goes if and only if that commits.
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(AccountId to, String template, String subjectKind, UUID subject) {
        queue(Outgoing.duty(to, template, subjectKind, subject));
    }

    /// As [#queue(AccountId,String,String,UUID)].
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Outgoing message) {
        store.insert(message);
    }

    /// As [#queue(AccountId,String,String,UUID)], before everything that is not urgent.
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueUrgent(AccountId to, String template, String subjectKind, UUID subject) {
        queue(Outgoing.duty(to, template, subjectKind, subject).asUrgent());
    }

    /// As [#queue(AccountId,String,String,UUID)], unless the same still waits to go: one neutral
    /// message says as much as ten. For background work, which alone sees what waits.
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueOnce(AccountId to, String template, String subjectKind, UUID subject) {
        if (!store.isQueued(to, template, subjectKind, subject)) {
            queue(to, template, subjectKind, subject);
        }
    }

    /// Stops what has not gone, in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Cancelled cancel(String subjectKind, UUID subject) {
        int stopped = store.cancel(subjectKind, subject);
        long gone =
                store.about(subject).stream()
                        .filter(d -> d.subjectKind().equals(subjectKind) && d.hasGone())
                        .count();
        return new Cancelled(stopped, Math.toIntExact(gone));
    }

    /// How many messages were given up and wait for somebody, as far as the one acting may know.
    @Transactional(readOnly = true)
    public int countParked() {
        return Math.toIntExact(unsent.countDead());
    }

    /// Everything queued about one thing, oldest first.
    @Transactional(readOnly = true)
    public List<Delivery> about(UUID subject) {
        return store.about(subject);
    }

    /// Those who want no messages about any of these areas: they chose others. For background work,
    /// which alone sees what others chose.
    @Transactional(readOnly = true)
    public Set<AccountId> unwantedBy(Collection<Region> about) {
        return preferences.unwantedBy(about);
    }
}
