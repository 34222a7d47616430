package org.diogel.browser;

import com.microsoft.playwright.options.ColorScheme;
import org.diogel.kernel.Lang;

/// How somebody looks at Diogel.
///
/// @param width of the window in CSS pixels; 320 is the narrowest that has to work (WCAG 1.4.10)
/// @param scripts false where JavaScript is off
record Look(Lang lang, int width, int height, boolean scripts, ColorScheme scheme) {
    static final int NARROWEST = 320;

    static Look in(Lang lang) {
        return new Look(lang, 1100, 900, true, ColorScheme.LIGHT);
    }

    /// As those who sign in look at it: they read English or Welsh.
    Look staff() {
        return lang.isWhole() ? this : new Look(Lang.EN, width, height, scripts, scheme);
    }

    Look narrow() {
        return new Look(lang, NARROWEST, 640, scripts, scheme);
    }

    Look phone() {
        return new Look(lang, 390, 780, scripts, scheme);
    }

    Look withoutScripts() {
        return new Look(lang, width, height, false, scheme);
    }

    Look dark() {
        return new Look(lang, width, height, scripts, ColorScheme.DARK);
    }
}
