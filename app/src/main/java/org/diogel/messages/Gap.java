package org.diogel.messages;

import java.util.List;
import org.diogel.web.Texts;

/// What keeps messages from reaching anybody at all, for the administrator's page on sending: somebody
/// has to have a role before she can be told. Asked as the administrator.
public interface Gap {
    List<String> lines(Texts texts);
}
