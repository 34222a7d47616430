package org.diogel.messages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param from the sender's address; choose one that names neither the service nor its subject
/// @param fromName the sender's name
@ConfigurationProperties("diogel.messages")
record SendSettings(
        @DefaultValue("") String from, @DefaultValue("Messages") String fromName) {}
