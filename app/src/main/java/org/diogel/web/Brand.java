package org.diogel.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a partnership calls its service.
///
/// @param name wordmark in the header
/// @param partnership name beside it; may be empty
/// @param neutralName what a watched person sees in titles and messages: it never names the subject
/// @param exit where "Leave this page" leads: a page anybody might be reading
/// @param demonstration whether every page and print says that it is one
@ConfigurationProperties("diogel.brand")
public record Brand(
        @DefaultValue("Diogel") String name,
        @DefaultValue("") String partnership,
        @DefaultValue("Messages") String neutralName,
        @DefaultValue("https://www.bbc.co.uk/weather") String exit,
        @DefaultValue("false") boolean demonstration) {}
