package org.diogel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Proofs that others made, most of them false in one small way. They lie outside of the project.
class VectorsTest {

    private static final int EXPECTED = 196;

    @Test
    void everyVectorGetsItsVerdict() throws IOException {
        Path file = file();
        if (!Files.exists(file)) {
            Assumptions.abort("../shared/vectors/merkle-proofs.jsonl is not beside the project");
        }
        JsonMapper json = new JsonMapper();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode vector = json.readTree(line);
            String kind = vector.get("kind").asString();
            if (kind.equals("inclusion") || kind.equals("consistency")) {
                tried++;
                if (proves(kind, vector) == vector.get("wantErr").asBoolean()) {
                    wrong.add(kind + " " + vector.get("name").asString());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(EXPECTED);
    }

    private static boolean proves(String kind, JsonNode vector) {
        try {
            List<Hash> path = new ArrayList<>();
            if (vector.get("proof") != null) {
                vector.get("proof").forEach(hash -> path.add(hash(hash)));
            }
            return kind.equals("inclusion")
                    ? new InclusionProof(
                                    number(vector, "leafIdx"),
                                    number(vector, "treeSize"),
                                    path)
                            .proves(hash(vector.get("leafHash")), root(vector.get("root")))
                    : new ConsistencyProof(
                                    number(vector, "size1"), number(vector, "size2"), path)
                            .proves(root(vector.get("root1")), root(vector.get("root2")));
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }

    /// Some are larger than any log of ours can become.
    private static long number(JsonNode vector, String name) {
        JsonNode number = vector.get(name);
        return number.canConvertToLong() ? number.asLong() : -1;
    }

    /// Where it does not matter what a root is, a few words stand for one.
    private static Hash root(JsonNode text) {
        byte[] bytes = Base64.getDecoder().decode(text.asString());
        return Hash.of(bytes.length < Hash.BYTES ? Arrays.copyOf(bytes, Hash.BYTES) : bytes);
    }

    private static Hash hash(JsonNode text) {
        return Hash.of(Base64.getDecoder().decode(text.asString()));
    }

    /// Beside the project's own folder.
    private static Path file() {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.isDirectory(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        return here.resolve("../shared/vectors/merkle-proofs.jsonl").normalize();
    }
}
