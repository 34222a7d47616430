package org.diogel.subjectaccess;

import java.util.List;
import java.util.Map;
import org.diogel.kernel.Lang;
import org.diogel.web.Texts;
import org.jspecify.annotations.Nullable;

/// A copy as it is printed: every label in both languages, what she wrote as she wrote it.
///
/// @param first the language the reader asked in comes first
public record PackPage(Pack pack, Both both) {

    /// Both languages at once.
    public record Both(Texts first, Texts other, Naming firstNaming, Naming otherNaming) {

        static Both of(Texts first, Texts other, Map<String, String> agencies) {
            return new Both(first, other, new Naming(first, agencies), new Naming(other, agencies));
        }

        public String t(String key, Object... arguments) {
            return join(first.t(key, arguments), other.t(key, arguments));
        }

        public String source(String source) {
            return join(firstNaming.source(source), otherNaming.source(source));
        }

        public String whose(String whose) {
            return join(firstNaming.whose(whose), otherNaming.whose(whose));
        }

        public String field(String field) {
            return join(firstNaming.field(field), otherNaming.field(field));
        }

        public String value(String field, @Nullable String text) {
            return text == null
                    ? t("subjectaccess.left-out")
                    : join(firstNaming.value(field, text), otherNaming.value(field, text));
        }

        public String time(String at) {
            return join(firstNaming.time(at), otherNaming.time(at));
        }

        private static String join(String one, String two) {
            return one.equals(two) ? one : one + " / " + two;
        }
    }

    public List<Lang> languages() {
        return List.of(both.first().lang(), both.other().lang());
    }

    public String exemption(Pack.Withheld one) {
        return both.t("subjectaccess.exemption." + one.exemption())
                + Exemption.find(one.exemption()).map(e -> " (" + e.source() + ")").orElse("");
    }

    /// What everybody is told with a copy, Article 15(1) and (2).
    public static List<String> rights() {
        return List.of("why", "who", "long", "rights", "complain", "from");
    }
}
