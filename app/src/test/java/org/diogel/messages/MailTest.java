package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Mail leaves this machine over TLS or not at all.
class MailTest {
    @Test
    void aServerElsewhereHasToSpeakTls() {
        for (String host : List.of("smtp.example.invalid", "10.0.0.5", "localhost.example.invalid")) {
            JavaMailSenderImpl sender = configured(host);
            assertThat(sender.getJavaMailProperties())
                    .as(host)
                    .containsEntry("mail.smtp.starttls.enable", "true")
                    .containsEntry("mail.smtp.starttls.required", "true")
                    .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
        }
    }

    @Test
    void aServerOnThisMachineNeedNot() {
        for (String host : List.of("localhost", "127.0.0.1", "::1")) {
            assertThat(configured(host).getJavaMailProperties()).as(host).isEmpty();
        }
    }

    private static JavaMailSenderImpl configured(String host) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        MessageBeans.requireTls(sender);
        return sender;
    }
}
