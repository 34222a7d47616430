package org.diogel.messages;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
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
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public Optional<UUID> send(UUID reference, String address, Mail mail) {
        var message = sender.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from(), settings.fromName());
            helper.setTo(address);
            helper.setSubject(mail.subject());
            helper.setText(mail.body());
            // Out-of-office replies would tell a mailbox more than it should know.
            message.setHeader("Auto-Submitted", "auto-generated");
            // The same each time it is tried: a mailbox can see that two are one.
            message.setHeader("X-Entity-Ref-ID", reference.toString());
        } catch (MessagingException | UnsupportedEncodingException unusable) {
            throw new IllegalStateException("The message could not be put together");
        }
        sender.send(message);
        return Optional.empty();
    }
}
