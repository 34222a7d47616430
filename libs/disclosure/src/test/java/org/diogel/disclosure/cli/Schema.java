package org.diogel.disclosure.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// As much of JSON Schema 2020-12 as `proof.schema.json` uses; any other keyword is an error.
final class Schema {

    private static final Set<String> SAYS_NOTHING =
            Set.of("$schema", "$id", "$defs", "title", "description");

    private final JsonNode root;
    private final List<String> wrong = new ArrayList<>();

    private Schema(JsonNode root) {
        this.root = root;
    }

    /// What is wrong with a proof; nothing if it has the published form.
    static List<String> wrongWith(String proof) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (InputStream in =
                ProtectWord.class.getResourceAsStream("/org/diogel/disclosure/proof.schema.json")) {
            Schema schema = new Schema(json.readTree(in));
            schema.check(schema.root, json.readTree(proof), "");
            return schema.wrong;
        }
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        for (var keyword : schema.properties()) {
            JsonNode says = keyword.getValue();
            boolean right =
                    switch (keyword.getKey()) {
                        case "$ref" -> {
                            check(root.at(says.asString().substring(1)), value, at);
                            yield true;
                        }
                        case "type" -> type(says.asString(), value);
                        case "const" -> value.equals(says);
                        case "enum" -> says.values().stream().anyMatch(value::equals);
                        case "minimum" -> value.asDouble() >= says.asDouble();
                        case "maximum" -> value.asDouble() <= says.asDouble();
                        case "pattern" ->
                                Pattern.compile(says.asString()).matcher(value.asString()).find();
                        case "minItems" -> value.size() >= says.asInt();
                        case "required" ->
                                says.values().stream().allMatch(name -> value.has(name.asString()));
                        case "additionalProperties" -> onlyKnown(schema, value);
                        case "properties" -> {
                            for (var property : says.properties()) {
                                if (value.has(property.getKey())) {
                                    check(
                                            property.getValue(),
                                            value.get(property.getKey()),
                                            at + "/" + property.getKey());
                                }
                            }
                            yield true;
                        }
                        case "items" -> {
                            for (int i = 0; i < value.size(); i++) {
                                check(says, value.get(i), at + "/" + i);
                            }
                            yield true;
                        }
                        default -> SAYS_NOTHING.contains(keyword.getKey());
                    };
            if (!right) {
                wrong.add(at + ": " + keyword.getKey() + " " + says + " but " + value);
            }
        }
    }

    private static boolean type(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> false;
        };
    }

    private static boolean onlyKnown(JsonNode schema, JsonNode value) {
        Set<String> known = new HashSet<>();
        schema.get("properties").properties().forEach(p -> known.add(p.getKey()));
        return value.properties().stream().allMatch(p -> known.contains(p.getKey()));
    }
}
