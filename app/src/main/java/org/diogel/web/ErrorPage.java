package org.diogel.web;

import java.util.List;
import java.util.Map;

/// @param kind message key part: a status or `session`
/// @param reference for the server's log; empty when the fault is not ours
/// @param seconds, 0 when waiting does not help
/// @param path where the fields are sent again
/// @param fields what was typed
public record ErrorPage(
        String kind,
        String reference,
        long seconds,
        String path,
        Map<String, List<String>> fields) {}
