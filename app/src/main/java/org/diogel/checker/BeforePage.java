package org.diogel.checker;

import java.util.List;
import java.util.Map;

/// For anybody: why only members may check, how somebody becomes one, and what helps anyhow.
///
/// @param projects names of those that answer, whom she may ask
public record BeforePage(List<String> projects) {

    /// Before, there, after: keys of texts.
    public Map<String, List<String>> plan() {
        return Plan.parts();
    }
}
