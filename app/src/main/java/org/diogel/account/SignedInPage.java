package org.diogel.account;

import java.util.List;
import java.util.Map;

/// What is shown between signing in and going on, when there is something to say.
///
/// @param left recovery codes left; -1 when none was used
/// @param path where it goes on
/// @param fields of a form to be sent again; empty when there is none
/// @param isForm whether going on sends a form
public record SignedInPage(
        int left, String path, Map<String, List<String>> fields, boolean isForm) {}
