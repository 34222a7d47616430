package org.diogel.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request that came too late, after its session had ended: where it was going and everything that
/// was typed. It travels sealed through signing in and is offered again afterwards.
///
/// @param method `GET` or `POST`
/// @param path of ours, with its query; never another site's
/// @param owner mark of the account that typed it; empty when nobody had signed in
/// @param fields empty for `GET`
public record HeldForm(
        String method, String path, String owner, Map<String, List<String>> fields) {

    /// Fields that are not kept: they belong to one page view, or are secrets.
    static boolean isKept(String field) {
        return !field.equals("_csrf") && !field.equals("lang") && !field.startsWith("password");
    }

    public boolean isForm() {
        return method.equals("POST");
    }

    boolean isFor(String mark) {
        return owner.isEmpty() || owner.equals(mark);
    }

    static HeldForm of(
            String method, String path, String owner, Map<String, String[]> parameters) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (method.equals("POST")) {
            parameters.forEach(
                    (name, values) -> {
                        if (isKept(name)) {
                            fields.put(name, List.of(values));
                        }
                    });
        }
        return new HeldForm(method, path, owner, fields);
    }

    @Override
    public String toString() {
        return "HeldForm[" + fields.size() + " fields]";
    }
}
