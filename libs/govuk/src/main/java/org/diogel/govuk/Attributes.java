package org.diogel.govuk;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Classes and attributes added to an element. Values are escaped when printed; names are checked
/// here, and a handler (`on…`) or a `style` is refused because the site runs neither.
///
/// @param classes names of classes, in order
/// @param others attributes other than `class`, in order
public record Attributes(List<String> classes, Map<String, String> others) {

    /// Nothing added.
    public static final Attributes NONE = new Attributes(List.of(), Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]*");
    private static final Set<String> REFUSED = Set.of("class", "style");

    public Attributes {
        classes = List.copyOf(classes);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        for (String name : others.keySet()) {
            if (!NAME.matcher(name).matches()
                    || REFUSED.contains(name)
                    || name.regionMatches(true, 0, "on", 0, 2)) {
                throw new IllegalArgumentException("Not an attribute for a component: " + name);
            }
        }
    }

    /// Only these classes, separated by spaces.
    public static Attributes ofClass(String classes) {
        return NONE.withClass(classes);
    }

    /// A copy with these classes after the others.
    public Attributes withClass(String added) {
        return new Attributes(
                Stream.concat(classes.stream(), Arrays.stream(added.split(" ")))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                others);
    }

    /// A copy with this attribute set.
    public Attributes with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(others);
        more.put(name, value);
        return new Attributes(classes, more);
    }

    /// A copy with all of these attributes set.
    Attributes withAll(Map<String, String> added) {
        Map<String, String> more = new LinkedHashMap<>(others);
        more.putAll(added);
        return new Attributes(classes, more);
    }

    /// The classes, each with a space before it, to stand after a component's own class.
    public String moreClasses() {
        return classes.isEmpty() ? "" : " " + String.join(" ", classes);
    }

    /// The attributes as mark-up, each with a space before it: escaped, safe inside a tag.
    public String print() {
        if (others.isEmpty()) {
            return "";
        }
        StringOutput out = new StringOutput();
        others.forEach((name, value) -> {
            out.writeContent(" " + name + "=\"");
            Escape.htmlAttribute(value, out);
            out.writeContent("\"");
        });
        return out.toString();
    }

    /// As [#print], with the classes as an attribute before the others if there are any.
    String withClassAttribute() {
        if (classes.isEmpty()) {
            return print();
        }
        StringOutput out = new StringOutput();
        out.writeContent(" class=\"");
        Escape.htmlAttribute(String.join(" ", classes), out);
        out.writeContent("\"");
        return out + print();
    }
}
