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

    /// The parameters of a POST as they came; for a GET, what is in the path's query is enough.
    public String hold(String method, String path, Map<String, String[]> parameters) {
        HeldForm form = HeldForm.of(method, path, parameters);
        List<String> texts = new ArrayList<>(List.of(form.method(), form.path()));
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
        for (int i = 2; i < texts.size(); i += 2) {
            fields.computeIfAbsent(texts.get(i), name -> new ArrayList<>()).add(texts.get(i + 1));
        }
        return new HeldForm(texts.get(0), texts.get(1), fields);
    }
}
