package org.diogel.retention;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;

/// @param review the form for another day @param end the form that ends it
/// @param version of the hold that was shown
public record HoldPage(
        Held held, LocalDate today, List<Content> review, List<Content> end, String version) {}
