package org.diogel.kernel;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address as somebody wrote it, and as it can be compared with others.
///
/// @param raw as it was written
/// @param exact small letters, domain in ASCII; null when it could not be read as an address
/// @param canonical the mailbox as its provider would deliver to it: a *possible* match only, since
///     providers change their rules
public record Email(String raw, @Nullable String exact, @Nullable String canonical) {

    private static final int LONGEST = 254;
    /// `.com`, `.fr`, `.co.uk`, `.com.br`: these providers have an address in many countries.
    private static final String ANYWHERE = "\\.(com|[a-z]{2}|com?\\.[a-z]{2})";

    private static final Pattern PLUS_TAGS =
            Pattern.compile(
                    "gmail\\.com|(outlook|hotmail|live)"
                            + ANYWHERE
                            + "|msn\\.com|(icloud|me|mac)\\.com|fastmail\\.(com|fm)"
                            + "|proton\\.me|protonmail\\.com|pm\\.me");
    private static final Pattern YAHOO =
            Pattern.compile("yahoo" + ANYWHERE + "|(ymail|rocketmail)\\.com");
    private static final Set<String> FASTMAIL = Set.of("fastmail.com", "fastmail.fm");

    /// Never throws, whatever the text.
    public static Email of(String raw) {
        if (raw.length() > LONGEST * 2) {
            return new Email(raw, null, null);
        }
        String text =
                Normalizer.normalize(raw.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (text.startsWith("mailto:")) {
            text = text.substring("mailto:".length());
        }
        int at = text.lastIndexOf('@');
        boolean spaced = text.codePoints().anyMatch(Email::isNotForAddresses);
        if (at < 1 || text.indexOf('@') != at || spaced || text.length() > LONGEST) {
            return new Email(raw, null, null);
        }
        String local = text.substring(0, at);
        String domain = ascii(text.substring(at + 1));
        if (!domain.matches("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,10}")) {
            return new Email(raw, null, null);
        }
        return new Email(raw, local + "@" + domain, canonical(local, domain));
    }

    public Optional<String> comparable() {
        return Optional.ofNullable(exact);
    }

    private static String canonical(String local, String domain) {
        String host = domain.equals("googlemail.com") ? "gmail.com" : domain;
        for (String fastmail : FASTMAIL) {
            // Mail to anything@name.fastmail.com reaches name@fastmail.com.
            if (host.endsWith("." + fastmail)) {
                String name = host.substring(0, host.length() - fastmail.length() - 1);
                return name.substring(name.lastIndexOf('.') + 1) + "@" + fastmail;
            }
        }
        String box = local;
        if (PLUS_TAGS.matcher(host).matches()) {
            box = upTo(box, '+');
        } else if (YAHOO.matcher(host).matches()) {
            box = upTo(box, '-');
        }
        if (host.equals("gmail.com")) {
            String dotless = box.replace(".", "");
            box = dotless.isEmpty() ? box : dotless;
        }
        return box + "@" + host;
    }

    private static String upTo(String text, char end) {
        int at = text.indexOf(end);
        return at < 1 ? text : text.substring(0, at);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (RuntimeException notADomain) {
            // IDN documents IllegalArgumentException and is known to throw others.
            return "";
        }
    }

    private static boolean isNotForAddresses(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || "<>()[],;:\"\\".indexOf(c) >= 0;
    }

    /// Says nothing of the address: it must never reach a log.
    @Override
    public String toString() {
        return "Email[" + (exact == null ? "unreadable" : "readable") + "]";
    }
}
