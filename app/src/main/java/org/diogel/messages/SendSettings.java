package org.diogel.messages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param address where people sign in, as it stands in a message
/// @param from the sender's address; choose one that names neither the service nor its subject
/// @param fromName the sender's name
@ConfigurationProperties("diogel.messages")
record SendSettings(
        @DefaultValue("http://127.0.0.1:8080/home") String address,
        @DefaultValue("") String from,
        @DefaultValue("Messages") String fromName) {}
