package org.diogel.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.diogel.vault.Place;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Component;

/// Messages, and how somebody wants to have them.
@Component
class MessagesGather implements Gathers {

    private final MessagesGatherStore store;
    private final Vault vault;

    MessagesGather(MessagesGatherStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return switch (kind) {
            case REPORT -> Set.of("messages.delivery");
            case ACCOUNT -> Set.of("messages.delivery", "messages.preference");
            case REQUEST -> Set.of();
        };
    }

    @Override
    public List<Held> about(Subject subject) {
        return switch (subject.kind()) {
            case REPORT -> store.becauseOf(subject.id());
            case ACCOUNT -> {
                List<Held> all = new ArrayList<>(store.to(subject.id()));
                store.preference(subject.id()).ifPresent(kept -> all.add(held(subject.id(), kept)));
                yield all;
            }
            case REQUEST -> List.of();
        };
    }

    private Held held(UUID account, MessagesGatherStore.Kept kept) {
        List<Held.Line> lines = new ArrayList<>();
        lines.add(new Held.Line("region", kept.regions()));
        lines.add(Held.Line.of("mail", String.valueOf(kept.mail())));
        lines.add(Held.Line.of("text", String.valueOf(kept.text())));
        byte[] number = kept.number();
        if (number != null) {
            Place place = new Place("messages.preference", account, "number");
            lines.add(
                    Held.Line.of(
                            "number",
                            new String(vault.openUnder(SealKey.ACCOUNT, place, number), UTF_8)));
        }
        return new Held("messages.preference", Held.Whose.HERS, true, null, lines);
    }
}
