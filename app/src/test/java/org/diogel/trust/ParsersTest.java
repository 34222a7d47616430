package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.diogel.kernel.Crockford;
import org.diogel.kernel.Email;
import org.diogel.kernel.Handle;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.SafeText;
import org.diogel.kernel.Vehicle;
import org.diogel.report.ReceiptCode;
import org.diogel.web.Form;
import org.diogel.web.TypedDay;
import org.junit.jupiter.api.Test;

/// Everything that reads what people type, given what nobody would type: nothing is thrown, nothing takes
/// long, and what was read once is read the same again. TRUST §5 D1.
///
/// `-Ddiogel.deep=true`: a million texts for each.
class ParsersTest {

    private static final int TEXTS = Boolean.getBoolean("diogel.deep") ? 1_000_000 : 6_000;
    private static final long LONGEST_NANOS = 100_000_000;

    private static final String[] PIECES = {
        "0", "7", "44", "+44", "07700 900", "123", "٠٧", "７", "O", "l", "I", "-", "--", ".", "..", " ", "\u00a0",
        "\u202e", "\u200b", "\u200d", "\ufeff", "\u0000", "\ud800", "\udc00", "\ud83d\ude00", "e\u0301", "ŵ", "ß",
        "ﬁ", "Ⅷ", "а", "о", "@", "@@", "gmail.com", "googlemail.com", "+tag", "mailto:", "tel:", "xn--", "xn--80ak6aa92e",
        "https://", "http:/", "www.", "instagram.com/", "facebook.com/profile.php?id=", "t.me/", "m.", "?", "&", "=",
        "#", "%41", "%", "%zz", "%00", "%f0%9f", "/", "\\", "(", ")", "((((((", "*", "_", "…", "ext", "x4", "QI00",
        "DIO", "AB12 CDE", "Q123 ABC", "\t", "\n", "\r\n", "'", "\"", "<b>", "${x}", "#{x}", "{{x}}", "username",
        "on", "ar", "WhatsApp", "snapchat:", "|", ",", ";", ":", "31", "02", "2026", "-1", "99999999999", "１２"
    };

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int kind = random.nextInt(10);
        int pieces = kind == 0 ? 0 : kind < 8 ? 1 + random.nextInt(7) : 30 + random.nextInt(200);
        String same = PIECES[random.nextInt(PIECES.length)];
        for (int i = 0; i < pieces; i++) {
            switch (kind) {
                // The same again and again is what a careless expression chokes on.
                case 8 -> text.append(same);
                case 7 -> text.append((char) random.nextInt(65_536));
                default -> text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static Map<String, Consumer<String>> parsers() {
        Map<String, Consumer<String>> parsers = new LinkedHashMap<>();
        parsers.put(
                "phone",
                t ->
                        PhoneNumber.of(t)
                                .comparable()
                                .ifPresent(n -> same(n, PhoneNumber.of(n).comparable())));
        parsers.put(
                "vehicle",
                t -> Vehicle.of(t).comparable().ifPresent(p -> same(p, Vehicle.of(p).comparable())));
        parsers.put(
                "e-mail",
                t -> Email.of(t).comparable().ifPresent(e -> same(e, Email.of(e).comparable())));
        parsers.put(
                "profile",
                t -> {
                    Handle handle = Handle.of(t);
                    same(handle.comparable(), Handle.of(t).comparable());
                    handle.anywhere();
                    handle.alike();
                });
        parsers.put(
                "receipt",
                t -> ReceiptCode.read(t).ifPresent(c -> same(c.letters(), ReceiptCode.read(c.spaced()).map(ReceiptCode::letters))));
        parsers.put("code", t -> Crockford.read(t).ifPresent(c -> same(c, Crockford.read(c))));
        parsers.put(
                "words",
                t -> {
                    String clean = SafeText.clean(t);
                    same(clean, Optional.of(SafeText.clean(clean)));
                    same(clean, Optional.of(new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
                    if (clean.indexOf('\0') >= 0 || clean.indexOf('\r') >= 0) {
                        throw new AssertionError("kept what no database takes");
                    }
                });
        parsers.put(
                "day",
                t -> {
                    String[] parts = (t + "/1/1").split("/", 3);
                    TypedDay.read(day(parts[0], parts[1], parts[2]), "d");
                });
        return parsers;
    }

    private static void same(Object once, Object again) {
        Object second = again instanceof Optional<?> optional && !(once instanceof Optional) ? optional.orElse(null) : again;
        if (!once.equals(second)) {
            throw new AssertionError("read as <" + once + ">, then as <" + second + ">");
        }
    }

    private static Form day(String day, String month, String year) {
        return Form.of(
                Map.of("d-day", new String[] {day}, "d-month", new String[] {month}, "d-year", new String[] {year}));
    }

    @Test
    void nothingThatCanBeTypedBreaksWhatReadsIt() {
        parsers().forEach((name, parser) -> {
            Random random = new Random(name.hashCode());
            long slowest = 0;
            for (int i = 0; i < TEXTS; i++) {
                String text = text(random);
                long took = Long.MAX_VALUE;
                // Whatever else this machine does meanwhile: three tries.
                for (int tries = 0; tries < 3 && took > LONGEST_NANOS; tries++) {
                    long began = System.nanoTime();
                    try {
                        parser.accept(text);
                    } catch (RuntimeException | AssertionError broken) {
                        throw new AssertionError(name + ", text " + i + " " + escaped(text), broken);
                    }
                    took = Math.min(took, System.nanoTime() - began);
                }
                slowest = Math.max(slowest, took);
            }
            System.out.printf("ParsersTest: %s, %d texts, slowest %.1f ms%n", name, TEXTS, slowest / 1e6);
            assertThat(slowest).as(name + ": nanoseconds for one text").isLessThan(LONGEST_NANOS);
        });
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c >= 32 && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
        return out.toString();
    }

    /// However it is spaced, in small letters, and with the letters that are mistaken for others.
    @Test
    void everyCodeIsReadBackHoweverItIsTyped() {
        Random random = new Random(28);
        for (int i = 0; i < TEXTS / 10; i++) {
            ReceiptCode code = ReceiptCode.random();
            String typed = code.letters();
            String other = typed.replace('0', random.nextBoolean() ? 'O' : '0').replace('1', random.nextBoolean() ? 'l' : 'I');
            for (String one : List.of(typed, code.spaced(), code.spaced().toLowerCase(Locale.ROOT), other, " " + code.spaced().replace(' ', '-'))) {
                assertThat(ReceiptCode.read(one)).contains(code);
            }
            int at = random.nextInt(typed.length());
            char instead = Crockford.letter((Crockford.value(typed.charAt(at)) + 1 + random.nextInt(30)) % 32);
            String wrong = typed.substring(0, at) + instead + typed.substring(at + 1);
            assertThat(ReceiptCode.read(wrong)).as("one letter wrong").isEmpty();
        }
    }

    @Test
    void everyDayIsReadBackAndNoOtherIs() {
        for (LocalDate day = LocalDate.of(1999, 12, 1); day.isBefore(LocalDate.of(2041, 1, 1)); day = day.plusDays(1)) {
            String d = "" + day.getDayOfMonth();
            String m = "" + day.getMonthValue();
            assertThat(TypedDay.read(day(d, m, "" + day.getYear()), "d")).contains(day);
        }
        for (String[] none : new String[][] {{"31", "2", "2026"}, {"0", "1", "2026"}, {"1", "13", "2026"}, {"", "", ""}}) {
            assertThatCode(() -> assertThat(TypedDay.read(day(none[0], none[1], none[2]), "d")).isEmpty())
                    .doesNotThrowAnyException();
        }
    }

    /// One number however it is written, with what cannot be seen in between.
    @Test
    void oneNumberIsOneNumber() {
        Random random = new Random(7);
        String[] gaps = {"", " ", "-", "\u00a0", "\u200b", "\u202a", "."};
        for (int i = 0; i < TEXTS / 10; i++) {
            String number = "07700900%03d".formatted(random.nextInt(1_000));
            StringBuilder typed = new StringBuilder(random.nextBoolean() ? "+44" : "0");
            for (char c : number.substring(1).toCharArray()) {
                typed.append(gaps[random.nextInt(gaps.length)]).append(random.nextInt(9) == 0 ? (char) (c - '0' + '０') : c);
            }
            assertThat(PhoneNumber.of(typed.toString()).e164()).as(escaped(typed.toString())).isEqualTo("+44" + number.substring(1));
        }
    }
}
