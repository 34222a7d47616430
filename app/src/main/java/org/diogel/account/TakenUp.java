package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ServletRequestPathUtils;

/// A request that was stopped to ask who it is, taken up again: where it was going and what was typed,
/// and nothing of the page that asked. The walls behind see it as it was.
final class TakenUp extends HttpServletRequestWrapper {
    private final String path;
    private final Map<String, String[]> fields = new LinkedHashMap<>();

    /// @param held a form of whoever is acting
    TakenUp(HttpServletRequest request, HeldForm held) {
        super(request);
        path = held.path();
        held.fields().forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        // Kept for the address that asked.
        request.removeAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(URI.create(super.getRequestURL().toString()).resolve(path).toString());
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields.get(name);
    }
}
