package org.diogel.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a browser answers about a passkey, read and checked (W3C Web Authentication, level 3): the
/// challenge, the origin, the domain, that its user was there and was verified, the signature and the
/// counter. It keeps nothing and asks nobody.
@Component
class Ceremony {
    private static final List<PublicKeyCredentialParameters> KINDS =
            List.of(
                    kind(COSEAlgorithmIdentifier.ES256),
                    kind(COSEAlgorithmIdentifier.EdDSA),
                    kind(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter json = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(json);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(json);

    /// A passkey as it is kept.
    ///
    /// @param id the browser's name for it @param key its public key and kind
    /// @param counter how often it signed; 0 where it does not count
    /// @param synced whether more devices than one may have it
    record Made(byte[] id, byte[] key, long counter, boolean synced) {
        @Override
        public String toString() {
            return "Made";
        }
    }

    /// What was shown, before anything is believed of it; `user` is null when it was not said.
    static final class Shown {
        private final byte[] id;
        private final byte @Nullable [] user;
        private final AuthenticationData data;

        private Shown(byte[] id, byte @Nullable [] user, AuthenticationData data) {
            this.id = id;
            this.user = user;
            this.data = data;
        }

        byte[] id() {
            return id;
        }

        byte @Nullable [] user() {
            return user;
        }
    }

    /// The new passkey; empty when anything about it is not as it was asked for.
    Optional<Made> make(PasskeyPlace.Here here, byte[] challenge, String answer) {
        try {
            RegistrationData read = manager.parseRegistrationResponseJSON(answer);
            RegistrationData checked =
                    manager.verify(
                            read, new RegistrationParameters(server(here, challenge), KINDS, true, true));
            var object = checked.getAttestationObject();
            var key = object == null ? null : object.getAuthenticatorData().getAttestedCredentialData();
            if (object == null || key == null) {
                return Optional.empty();
            }
            var about = object.getAuthenticatorData();
            return Optional.of(
                    new Made(
                            key.getCredentialId(),
                            keys.convert(key),
                            about.getSignCount(),
                            about.isFlagBE()));
        } catch (RuntimeException notAsAsked) {
            // Whatever a reader makes of what a stranger wrote, it is no passkey.
            return Optional.empty();
        }
    }

    /// Empty when it cannot be read.
    @SuppressWarnings("NullAway") // the library marks the bytes as null where it means the array
    Optional<Shown> read(String answer) {
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
            return data.getCredentialId() == null
                    ? Optional.empty()
                    : Optional.of(new Shown(data.getCredentialId(), data.getUserHandle(), data));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /// Its counter now, when everything about it is right.
    Optional<Long> check(PasskeyPlace.Here here, byte[] challenge, Shown shown, Made kept) {
        try {
            var known =
                    new CredentialRecordImpl(
                            new NoneAttestationStatement(),
                            true,
                            kept.synced,
                            null,
                            kept.counter,
                            keys.convert(kept.key),
                            null,
                            null,
                            null,
                            null);
            var checked =
                    manager.verify(
                            shown.data,
                            new AuthenticationParameters(
                                    server(here, challenge), known, List.of(kept.id), true, true));
            var about = checked.getAuthenticatorData();
            return about == null ? Optional.empty() : Optional.of(about.getSignCount());
        } catch (WebAuthnException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static ServerProperty server(PasskeyPlace.Here here, byte[] challenge) {
        return new ServerProperty(
                Set.of(new Origin(here.origin())), here.rp(), new DefaultChallenge(challenge));
    }

    private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }
}
