package org.diogel.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every component prints, for the options of every fixture of GOV.UK Frontend, the same document
/// as that fixture; what is not offered is named in `parity-exclusions.txt` with its reason.
class GovukParityTest {

    private static final Path COMPONENTS =
            Path.of("../../node_modules/govuk-frontend/dist/govuk/components");

    private record Fixture(String component, String name, Options options, String html) {

        String key() {
            return component + " | " + name;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFixtureIsPrintedAlike() throws IOException {
        Map<String, String> excluded = exclusions();
        return fixtures().stream()
                .filter(fixture -> !excluded.containsKey(fixture.key()))
                .map(fixture ->
                        DynamicTest.dynamicTest(
                                fixture.key(),
                                () ->
                                        assertThat(Dom.normal(ours(fixture)))
                                                .as(fixture.key())
                                                .isEqualTo(Dom.normal(fixture.html()))));
    }

    @Test
    void everyExclusionNamesAFixtureThatDiffers() throws IOException {
        Map<String, Fixture> byKey = new LinkedHashMap<>();
        fixtures().forEach(fixture -> byKey.put(fixture.key(), fixture));
        Map<String, String> excluded = exclusions();
        assertThat(byKey.keySet()).containsAll(excluded.keySet());
        assertThat(excluded.values()).allMatch(reason -> reason.length() > 10);
        assertThat(excluded.keySet()).noneMatch(key -> alike(byKey.get(key)));
    }

    @Test
    void enoughIsCompared() throws IOException {
        assertThat(fixtures().size()).isGreaterThan(600);
        assertThat(exclusions().size()).isLessThan(fixtures().size() / 15);
    }

    private static boolean alike(Fixture fixture) {
        try {
            return Dom.normal(ours(fixture)).equals(Dom.normal(fixture.html()));
        } catch (UnsupportedOperationException | IllegalArgumentException notOffered) {
            return false;
        }
    }

    private static Map<String, Function<Options, Content>> mappings() {
        Map<String, Function<Options, Content>> all = new LinkedHashMap<>(PlainMappings.all());
        all.putAll(ListMappings.all());
        all.putAll(FormMappings.all());
        return all;
    }

    private static String ours(Fixture fixture) {
        StringOutput out = new StringOutput();
        mappings().get(fixture.component()).apply(fixture.options()).writeTo(out);
        return out.toString();
    }

    private static List<Fixture> fixtures() throws IOException {
        List<Fixture> all = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        for (String component : mappings().keySet()) {
            byte[] bytes = Files.readAllBytes(COMPONENTS.resolve(component + "/fixtures.json"));
            for (JsonNode each : json.readTree(bytes).get("fixtures")) {
                all.add(
                        new Fixture(
                                component,
                                each.get("name").asString(),
                                new Options(each.get("options")),
                                each.get("html").asString()));
            }
        }
        return all;
    }

    private static Map<String, String> exclusions() throws IOException {
        Map<String, String> excluded = new LinkedHashMap<>();
        try (InputStream in = GovukParityTest.class.getResourceAsStream("/parity-exclusions.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int reason = line.lastIndexOf(" | ");
                    excluded.put(line.substring(0, reason), line.substring(reason + 3));
                }
            }
        }
        return excluded;
    }
}
