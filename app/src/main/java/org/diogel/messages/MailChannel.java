package org.diogel.messages;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// E-mail over SMTP.
final class MailChannel implements Channel {

    private final JavaMailSender sender;
    private final SendSettings settings;

    MailChannel(JavaMailSender sender, SendSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(String address, Mail mail) {
        var message = sender.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from(), settings.fromName());
            helper.setTo(address);
            helper.setSubject(mail.subject());
            helper.setText(mail.body());
            // Out-of-office replies would tell a mailbox more than it should know.
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException unusable) {
            throw new IllegalStateException("The message could not be put together");
        }
        sender.send(message);
    }
}
