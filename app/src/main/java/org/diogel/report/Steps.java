package org.diogel.report;

import java.util.List;
import java.util.stream.Stream;
import org.diogel.web.NotHere;

/// The pages of the form, in order: safety first, then what she wants to happen, then what happened.
final class Steps {

    static final List<String> ALL =
            List.of(
                    "now", "who", "sharing", "what", "when", "where", "words", "them", "looks",
                    "reach", "vehicle", "kept", "files", "support", "contact", "about");

    /// With what is set where a worker begins it for somebody.
    static final List<String> WITH_WORKER =
            Stream.concat(Stream.of("worker"), ALL.stream()).toList();

    private Steps() {}

    /// @throws NotHere for a page there is not
    static String known(String step) {
        if (!ALL.contains(step)) {
            throw new NotHere();
        }
        return step;
    }

    static int number(String step) {
        return ALL.indexOf(step) + 1;
    }

    static String path(String step) {
        return "/tell/" + step;
    }

    static String after(String step) {
        int next = ALL.indexOf(step) + 1;
        return next < ALL.size() ? path(ALL.get(next)) : "/tell/check";
    }

    static String before(String step) {
        int place = ALL.indexOf(step);
        return place <= 0 ? "/tell/code" : path(ALL.get(place - 1));
    }
}
