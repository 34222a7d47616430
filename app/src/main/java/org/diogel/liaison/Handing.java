package org.diogel.liaison;

import java.util.List;

/// How things reach those who get them: in an inbox here, or by hand.
public final class Handing {

    /// How something is handed over: names, as texts and the database know them.
    public static final List<String> WAYS =
            List.of("in-person", "post", "secure-mail", "their-page", "telephone");

    /// Recipients that a force of the partnership can be; all others always go by hand.
    public static final List<String> HERE =
            List.of(
                    "police-south-wales",
                    "police-gwent",
                    "police-dyfed-powys",
                    "police-north-wales",
                    "intelligence-south-wales",
                    "intelligence-gwent",
                    "intelligence-dyfed-powys",
                    "intelligence-north-wales");

    private Handing() {}
}
