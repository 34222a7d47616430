package org.diogel.trust;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Whoever told comes back with the code and, where the report was sent, with the second secret.
final class Holders {

    private Holders() {}

    static Visitor come(int port, Project project, String report) throws IOException {
        Visitor her = new Visitor(port);
        Map<String, List<String>> code = her.get("/code").fields();
        code.put("code", List.of(project.reports().get(report).code().spaced()));
        her.follow(her.post("/code", code));
        Answer second = her.get("/receipt/second");
        if (second.status() == 200 && second.page().selectFirst("form#form") != null) {
            Map<String, List<String>> secret = second.fields();
            secret.put("second", List.of(Project.SECOND));
            her.post("/receipt/second", secret);
        }
        return her;
    }
}
