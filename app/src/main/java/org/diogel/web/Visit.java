package org.diogel.web;

import org.diogel.kernel.Lang;

/// One request, as a controller needs it: its language and texts, what was typed, and the address it
/// came from as far as a trusted proxy says so.
///
/// @param form fields of a posted form; also of a page shown again after the language was switched
/// @param address the caller's network address, for limiters only; never stored or logged
public record Visit(Texts texts, Form form, String address) {

    public Lang lang() {
        return texts.lang();
    }

    public String t(String key, Object... arguments) {
        return texts.t(key, arguments);
    }
}
