package org.diogel.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.diogel.access.SharingPurpose;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.jspecify.annotations.Nullable;

/// The data file as it is written.
///
/// @param version of the file
/// @param warning what somebody should know before reading on, by language
/// @param password everybody's
record Partnership(
        String version,
        Map<String, String> warning,
        String password,
        List<Member> agencies,
        List<Somebody> people,
        List<Shared> protocols,
        List<Told> reports) {

    /// An agency. @param regions whose reports it reads; `ANY` where no other does
    ///
    /// @param receives recipients it is, where it is a police force
    record Member(
            String key,
            String name,
            String kind,
            List<String> regions,
            @Nullable List<String> receives) {
        AgencyId id() {
            return new AgencyId(named("agency", key));
        }
    }

    /// @param totp secret of her codes, base 32
    record Somebody(
            String key,
            String name,
            String agency,
            String email,
            Set<Role> roles,
            String profession,
            String language,
            String totp) {
        AccountId id() {
            return new AccountId(named("person", key));
        }
    }

    /// A protocol. @param inForce signed by all and begun; otherwise somebody is still drawing it up
    ///
    /// @param title by language; also of `aim` and `kept`
    record Shared(
            String key,
            Map<String, String> title,
            Map<String, String> aim,
            Map<String, String> kept,
            Set<SharingPurpose> purposes,
            List<Side> parties,
            int openDays,
            int sayDays,
            boolean inForce) {}

    /// A party of a protocol, with the codes of its grounds in law.
    record Side(
            String agency, String law, @Nullable String special, @Nullable String offence) {}

    /// A report and what became of it.
    ///
    /// @param source paragraph that describes this kind of event
    /// @param hoursAgo when it was sent
    /// @param agreed recipients who may be told
    /// @param happenedDaysBefore it was sent; -1 when no day was given
    /// @param second the secret she needs besides her code; null for none
    /// @param child whether a child may be at risk @param life whether a life may be at risk now
    /// @param answers by fields of the form
    /// @param then in the order it happened
    record Told(
            String key,
            String source,
            String lang,
            int hoursAgo,
            List<String> agreed,
            int happenedDaysBefore,
            @Nullable String second,
            String child,
            String life,
            Map<String, List<String>> answers,
            List<Step> then) {}

    /// One thing somebody did with a report.
    ///
    /// @param what `open`, `message`, `release`, `close`, `draft`, `propose`, `publish`, `correct`,
    ///     `withdraw`, `read`, `add`, `also`, `picture`, `stop`, `pass`, `pass-added`, `take`, `came` or
    ///     `ask`
    /// @param by key of a person; `holder` is whoever told it
    /// @param with what was written, by field
    record Step(String what, String by, int hoursAgo, Map<String, List<String>> with) {
        String said(String field) {
            return Objects.requireNonNull(with.get(field), field).getFirst();
        }
    }

    Member agency(String key) {
        return agencies.stream().filter(a -> a.key.equals(key)).findFirst().orElseThrow();
    }

    Somebody person(String key) {
        return people.stream().filter(p -> p.key.equals(key)).findFirst().orElseThrow();
    }

    private static UUID named(String kind, String key) {
        return UUID.nameUUIDFromBytes(
                ("diogel/demo/" + kind + "/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
