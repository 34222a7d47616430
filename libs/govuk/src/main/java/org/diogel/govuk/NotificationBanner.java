package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteNotificationBannerGenerated;
import org.jspecify.annotations.Nullable;

/// Something to know about, not directly about this page.
///
/// @param heading printed as one large line
/// @param body printed as it is
/// @param success takes the focus and is read out at once
/// @param titleId must be the only one on the page
public record NotificationBanner(
        Content title,
        @Nullable Content heading,
        @Nullable Content body,
        boolean success,
        @Nullable String role,
        int headingLevel,
        String titleId,
        @Nullable Boolean disableAutoFocus,
        Attributes attributes)
        implements Component<NotificationBanner> {

    public static NotificationBanner of(String title, String heading) {
        return new NotificationBanner(
                Text.of(title),
                Text.of(heading),
                null,
                false,
                null,
                2,
                "govuk-notification-banner-title",
                null,
                Attributes.NONE);
    }

    public static NotificationBanner of(String title, Content body) {
        return of(title, "").withHeading(null).withBody(body);
    }

    /// Says that something was done.
    public NotificationBanner succeeded() {
        return withSuccess(true);
    }

    /// The title as a heading of the right level.
    public Heading titleHeading() {
        return new Heading(
                headingLevel,
                title,
                Attributes.ofClass("govuk-notification-banner__title").with("id", titleId));
    }

    /// A copy with `heading` replaced.
    public NotificationBanner withHeading(@Nullable Content changed) {
        return new NotificationBanner(
                title,
                changed,
                body,
                success,
                role,
                headingLevel,
                titleId,
                disableAutoFocus,
                attributes);
    }

    /// A copy with `body` replaced.
    public NotificationBanner withBody(@Nullable Content changed) {
        return new NotificationBanner(
                title,
                heading,
                changed,
                success,
                role,
                headingLevel,
                titleId,
                disableAutoFocus,
                attributes);
    }

    /// A copy with `success` replaced.
    public NotificationBanner withSuccess(boolean changed) {
        return new NotificationBanner(
                title,
                heading,
                body,
                changed,
                role,
                headingLevel,
                titleId,
                disableAutoFocus,
                attributes);
    }

    /// A copy with `role` replaced.
    public NotificationBanner withRole(@Nullable String changed) {
        return new NotificationBanner(
                title,
                heading,
                body,
                success,
                changed,
                headingLevel,
                titleId,
                disableAutoFocus,
                attributes);
    }

    /// A copy with `headingLevel` replaced.
    public NotificationBanner withHeadingLevel(int changed) {
        return new NotificationBanner(
                title,
                heading,
                body,
                success,
                role,
                changed,
                titleId,
                disableAutoFocus,
                attributes);
    }

    /// A copy with `titleId` replaced.
    public NotificationBanner withTitleId(String changed) {
        return new NotificationBanner(
                title,
                heading,
                body,
                success,
                role,
                headingLevel,
                changed,
                disableAutoFocus,
                attributes);
    }

    /// A copy with `disableAutoFocus` replaced.
    public NotificationBanner withDisableAutoFocus(@Nullable Boolean changed) {
        return new NotificationBanner(
                title, heading, body, success, role, headingLevel, titleId, changed, attributes);
    }

    @Override
    public NotificationBanner withAttributes(Attributes changed) {
        return new NotificationBanner(
                title,
                heading,
                body,
                success,
                role,
                headingLevel,
                titleId,
                disableAutoFocus,
                changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteNotificationBannerGenerated.render(Component.escaping(output), null, this);
    }
}
