package org.diogel.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.diogel.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// One protocol with its parties.
///
/// @param reference two fours, as people write it on paper
/// @param version grows with every change; a page carries it along
/// @param startedBy who brought it into force: somebody else than who drew it up
public record ProtocolRow(
        ProtocolId id,
        String reference,
        ProtocolState state,
        int version,
        Terms terms,
        List<Party> parties,
        AccountId drawnUpBy,
        Instant drawnUpAt,
        @Nullable AccountId startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    ProtocolRow with(List<Party> other) {
        return new ProtocolRow(
                id, reference, state, version, terms, other, drawnUpBy, drawnUpAt, startedBy, startedAt,
                endedAt);
    }

    public boolean isDraft() {
        return state == ProtocolState.DRAFT;
    }

    public boolean isInForce(LocalDate today) {
        return state == ProtocolState.SIGNED
                && !today.isBefore(terms.begins())
                && !today.isAfter(terms.lastDay());
    }

    public boolean isOver(LocalDate today) {
        return state == ProtocolState.ENDED
                || state == ProtocolState.SIGNED && today.isAfter(terms.lastDay());
    }

    /// Whether the parties should have looked at it again.
    public boolean isReviewDue(LocalDate today) {
        return isInForce(today) && !today.isBefore(terms.review());
    }

    public boolean isSignedByAll() {
        return parties.stream().allMatch(party -> party.signature() != null);
    }

    /// Text key of where it stands today, as `protocol.stands.<key>`.
    public String standing(LocalDate today) {
        if (isDraft()) {
            return isSignedByAll() && !parties.isEmpty() ? "signed" : "draft";
        }
        if (isOver(today)) {
            return "over";
        }
        return isInForce(today) ? "force" : "coming";
    }
}
