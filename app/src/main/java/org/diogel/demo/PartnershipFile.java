package org.diogel.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/// Reads `demo/partnership.json`.
final class PartnershipFile {
    private static final String PATH = "/demo/partnership.json";

    private PartnershipFile() {}

    static Partnership read() {
        try (var in = PartnershipFile.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException(PATH + " is missing");
            }
            return JsonMapper.shared().readValue(in, Partnership.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
