package org.diogel.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diogel.govuk.ErrorLink;
import org.diogel.kernel.Lang;
import org.diogel.kernel.NavItem;
import org.jspecify.annotations.Nullable;

/// What the frame and every template know about the page being shown.
///
/// @param nonce random, one for each response; the only scripts that run carry it
/// @param csrf the hidden field every form carries
/// @param gate which languages are drafts
/// @param offered the languages this page can be read in
/// @param wished the pack somebody chose, where this page does not exist in it
/// @param nav the staff navigation of whoever signed in; empty on public pages
public record Page(
        View view,
        Texts texts,
        Brand brand,
        Assets assets,
        String nonce,
        Csrf csrf,
        String path,
        boolean signedIn,
        List<NavItem> nav,
        LanguageGate gate,
        List<Lang> offered,
        Optional<Texts> wished) {

    /// @param name the field's name @param value the token, masked anew in each response
    public record Csrf(String name, String value) {}

    public Lang lang() {
        return texts.lang();
    }

    /// The other languages this page can be read in: English and Welsh, or the packs.
    public List<Lang> others(boolean whole) {
        return offered.stream()
                .filter(lang -> lang.isWhole() == whole && !lang.equals(lang()))
                .toList();
    }

    public String t(String key, Object... arguments) {
        return texts.t(key, arguments);
    }

    public Content rich(String key, Object... arguments) {
        return texts.rich(key, arguments);
    }

    public String date(LocalDate date) {
        return texts.date(date);
    }

    public String date(Instant instant) {
        return texts.date(instant);
    }

    public String dateTime(Instant instant) {
        return texts.dateTime(instant);
    }

    public String shortTime(Instant instant) {
        return texts.shortTime(instant);
    }

    public Form form() {
        return view.form();
    }

    /// The text beside a field that has to be mended, or null.
    public @Nullable String error(String field) {
        Form.Mend mend = view.form().errors().get(field);
        return mend == null ? null : texts.t(mend);
    }

    public boolean hasErrors() {
        return view.form().hasErrors();
    }

    /// The lines of the error summary, each leading to its field.
    public List<ErrorLink> errorLinks() {
        return view.form().errorList().stream()
                .map(error -> ErrorLink.to(error.getKey(), texts.t(error.getValue())))
                .toList();
    }

    public boolean isStaff() {
        return view.kind() == View.Kind.STAFF;
    }

    /// The title as the browser shows and keeps it.
    public String fullTitle() {
        String prefix = view.form().hasErrors() ? t("web.error.prefix") + " " : "";
        return prefix + view.title() + " – " + serviceName();
    }

    /// The neutral name a watched person sees; it is translated unless the partnership chose one.
    public String serviceName() {
        return brand.neutralName().equals("Messages") ? t("web.neutral.name") : brand.neutralName();
    }

    /// The hidden field of every form.
    public Content csrfField() {
        return output -> {
            output.writeContent("<input type=\"hidden\" name=\"");
            output.writeContent(Texts.escape(csrf.name()));
            output.writeContent("\" value=\"");
            output.writeContent(Texts.escape(csrf.value()));
            output.writeContent("\">");
        };
    }
}
