package org.diogel.messages;

import java.net.URI;
import java.util.regex.Pattern;
import org.diogel.kernel.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A sending service that speaks the interface of GOV.UK Notify.
///
/// @param notifyKey its API key, `name-service-secret`; empty where there is none
/// @param notifyUrl where it is
/// @param notifyMailTemplate id of a template of ours there: subject `((subject))`, text `((body))`;
///     empty where e-mails go another way
/// @param notifyTextTemplate id of a template of ours there: `((body))`; empty for no text messages
@ConfigurationProperties("diogel.send")
record NotifySettings(
        @DefaultValue("") String notifyKey,
        @DefaultValue("https://api.notifications.service.gov.uk") String notifyUrl,
        @DefaultValue("") String notifyMailTemplate,
        @DefaultValue("") String notifyTextTemplate) {

    private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern KEY = Pattern.compile("(?:.*-)?(" + ID + ")-(" + ID + ")");

    boolean isOn() {
        return !notifyKey.isBlank();
    }

    boolean mails() {
        return isOn() && !notifyMailTemplate.isBlank();
    }

    boolean texts() {
        return isOn() && !notifyTextTemplate.isBlank();
    }

    String service() {
        return part(1);
    }

    String secret() {
        return part(2);
    }

    /// @throws SettingRefused with one sentence that says what to do
    void check() {
        boolean templates = !notifyMailTemplate.isBlank() || !notifyTextTemplate.isBlank();
        if (!isOn() && templates) {
            throw new SettingRefused(
                    "Set DIOGEL_SEND_NOTIFYKEY to the API key of the sending service whose templates"
                            + " are set, or take those away.");
        }
        if (!isOn()) {
            return;
        }
        if (!KEY.matcher(notifyKey.strip()).matches()) {
            throw new SettingRefused(
                    "DIOGEL_SEND_NOTIFYKEY is not an API key: it ends in the service's id and the"
                            + " secret, two groups of 36 characters.");
        }
        if (!templates) {
            throw new SettingRefused(
                    "Set DIOGEL_SEND_NOTIFYMAILTEMPLATE, DIOGEL_SEND_NOTIFYTEXTTEMPLATE or both: without"
                            + " a template the sending service sends nothing.");
        }
        checkTemplate("DIOGEL_SEND_NOTIFYMAILTEMPLATE", notifyMailTemplate);
        checkTemplate("DIOGEL_SEND_NOTIFYTEXTTEMPLATE", notifyTextTemplate);
        if (!isGood(notifyUrl)) {
            throw new SettingRefused(
                    "Set DIOGEL_SEND_NOTIFYURL to the sending service's https address, without a path.");
        }
    }

    private static void checkTemplate(String name, String id) {
        if (!id.isBlank() && !id.strip().matches(ID)) {
            throw new SettingRefused(name + " is not the id of a template: copy it from its page.");
        }
    }

    /// Nothing goes over a network in the clear.
    private static boolean isGood(String address) {
        try {
            URI uri = URI.create(address.strip());
            boolean here = "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost());
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && ("https".equals(uri.getScheme()) || here);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private String part(int group) {
        var key = KEY.matcher(notifyKey.strip());
        if (!key.matches()) {
            throw new IllegalStateException("The key was not checked");
        }
        return key.group(group);
    }

    /// Says nothing of the key.
    @Override
    public String toString() {
        return "NotifySettings[" + (isOn() ? "on" : "off") + "]";
    }
}
