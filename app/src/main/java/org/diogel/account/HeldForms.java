package org.diogel.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Seals a [HeldForm] into a text for a hidden field or a query, and opens it again within twelve
/// hours. The server keeps nothing.
@Component
public class HeldForms {
    private static final Duration KEPT = Duration.ofHours(12);
    private static final String USE = "held-form";

    private final SealedTokens tokens;

    HeldForms(SealedTokens tokens) {
        this.tokens = tokens;
    }

    /// What somebody typed who had not signed in.
    public String hold(String path, Map<String, String[]> parameters) {
        return hold(HeldForm.of("POST", path, "", parameters));
    }

    String hold(HeldForm form) {
        List<String> texts = new ArrayList<>(List.of(form.method(), form.path(), form.owner()));
        form.fields()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        value -> {
                                            texts.add(name);
                                            texts.add(value);
                                        }));
        return tokens.seal(USE, texts);
    }

    /// Empty when there is none or it is too old.
    public Optional<HeldForm> open(String token) {
        return tokens.open(USE, token, KEPT).map(HeldForms::read);
    }

    private static HeldForm read(List<String> texts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 3; i < texts.size(); i += 2) {
            fields.computeIfAbsent(texts.get(i), name -> new ArrayList<>()).add(texts.get(i + 1));
        }
        return new HeldForm(texts.get(0), texts.get(1), texts.get(2), fields);
    }
}
