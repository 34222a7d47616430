package org.diogel.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What every answer must carry, whatever its status.
final class Headers {

    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_+/=-]+)'");

    private Headers() {}

    /// Everything that is wrong with these headers, in words.
    static List<String> faults(Answer answer, boolean asset) {
        List<String> faults = new ArrayList<>();
        String csp = answer.header("Content-Security-Policy").orElse("");
        List<String> parts =
                new ArrayList<>(
                        List.of(
                                "default-src 'none'",
                                "object-src 'none'",
                                "base-uri 'none'",
                                "frame-ancestors 'none'"));
        parts.addAll(
                isSaved(answer)
                        ? List.of("sandbox", "form-action 'none'")
                        : List.of("form-action 'self'", "script-src 'nonce-"));
        for (String part : parts) {
            if (!csp.contains(part)) {
                faults.add("no " + part);
            }
        }
        if (csp.contains("unsafe-") || csp.contains("*") || csp.contains("http:") || csp.contains("data:")) {
            faults.add("a loose policy: " + csp);
        }
        if (!isSaved(answer) && nonce(answer).length() < 22) {
            faults.add("a nonce of less than 128 bits");
        }
        for (Map.Entry<String, String> wanted :
                Map.of(
                                "X-Content-Type-Options", "nosniff",
                                "Referrer-Policy", "no-referrer",
                                "Cross-Origin-Opener-Policy", "same-origin",
                                "X-Frame-Options", "DENY")
                        .entrySet()) {
            if (!answer.all(wanted.getKey()).equals(List.of(wanted.getValue()))) {
                faults.add(wanted.getKey() + ": " + answer.all(wanted.getKey()));
            }
        }
        if (answer.all("Content-Security-Policy").size() != 1) {
            faults.add("not exactly one policy");
        }
        if (!isAYearWithSubdomains(answer.header("Strict-Transport-Security").orElse(""))) {
            faults.add("HSTS too short or without subdomains");
        }
        if (answer.header("Permissions-Policy").isEmpty()) {
            faults.add("no Permissions-Policy");
        }
        List<String> cache = answer.all("Cache-Control");
        if (!asset && !(cache.size() == 1 && cache.getFirst().contains("no-store"))) {
            faults.add("may be kept: " + cache);
        }
        for (String telling : List.of("Server", "X-Powered-By", "Via", "X-AspNet-Version")) {
            if (answer.header(telling).isPresent()) {
                faults.add(telling + " says " + answer.header(telling));
            }
        }
        answer.all("Set-Cookie").forEach(cookie -> faults.addAll(cookieFaults(cookie)));
        return faults;
    }

    /// A file to save, which is no page and runs nothing.
    static boolean isSaved(Answer answer) {
        return answer.header("Content-Disposition").orElse("").startsWith("attachment;")
                && answer.header("Content-Type").orElse("").equals("application/octet-stream");
    }

    static String nonce(Answer answer) {
        Matcher nonce = NONCE.matcher(answer.header("Content-Security-Policy").orElse(""));
        return nonce.find() ? nonce.group(1) : "";
    }

    private static boolean isAYearWithSubdomains(String value) {
        Matcher age = Pattern.compile("max-age=(\\d+)").matcher(value);
        return age.find()
                && Long.parseLong(age.group(1)) >= 31_536_000
                && value.contains("includeSubDomains");
    }

    private static List<String> cookieFaults(String cookie) {
        List<String> faults = new ArrayList<>();
        Set<String> parts = Set.of(cookie.split("; *"));
        if (!cookie.startsWith("__Host-")) {
            faults.add("a cookie without __Host-: " + cookie.replaceFirst("=.*", ""));
        }
        for (String part : List.of("Secure", "HttpOnly", "Path=/")) {
            if (!parts.contains(part)) {
                faults.add("a cookie without " + part);
            }
        }
        if (!parts.contains("SameSite=Lax") && !parts.contains("SameSite=Strict")) {
            faults.add("a cookie without SameSite");
        }
        if (parts.stream().anyMatch(p -> p.startsWith("Domain"))) {
            faults.add("a cookie for other hosts");
        }
        return faults;
    }
}
