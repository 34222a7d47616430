package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.diogel.web.View;
import org.diogel.web.Visit;

/// A page of a later feature that comes back, with what was typed on it, once the code is given
/// again.
public interface AgainPage {

    /// @param path of the form that was interrupted
    /// @param visit with what was typed
    /// @return empty for a path that is not this feature's
    Optional<View> again(
            String path, Visit visit, HttpServletRequest request, HttpServletResponse response);
}
