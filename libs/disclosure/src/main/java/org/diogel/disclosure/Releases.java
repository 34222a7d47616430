package org.diogel.disclosure;

import java.util.List;

final class Releases {
    Releases(Problem problem, List<Release> earlier, Rules rules, Solver solver) {}

    Problem problem() throws NoPatternException {
        throw new NoPatternException("");
    }
}
