package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A posted form with a file in it, read as it comes. A browser sends fields in the order of the
/// page and the file is the last of them, so the fields before it (the token against forged requests
/// and every answer) are read and judged before a single byte of the file is; whoever decides then
/// reads the file, or leaves it. The container's own way would put the whole file, unsealed, into
/// its temporary folder before anybody had looked at the token.
final class UploadRequest extends HttpServletRequestWrapper {

    private static final int LARGEST_FIELDS = 64 * 1024;
    private static final int MOST_FIELDS = 50;
    private static final String MULTIPART = "multipart/form-data";

    private @Nullable Map<String, String[]> fields;
    private @Nullable Upload upload;

    UploadRequest(HttpServletRequest request) {
        super(request);
    }

    static boolean isOne(HttpServletRequest request, List<UploadRoute> routes) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length())
                && routes.stream().anyMatch(r -> r.path().equals(request.getRequestURI()));
    }

    /// The file, if there is one after the fields.
    @Nullable Upload upload() {
        fields();
        return upload;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields());
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields().get(name);
    }

    private Map<String, String[]> fields() {
        Map<String, String[]> known = fields;
        if (known == null) {
            // Whoever asks again after a fault gets what the address says and nothing else.
            fields = new LinkedHashMap<>(super.getParameterMap());
            known = read();
            fields = known;
        }
        return known;
    }

    private Map<String, String[]> read() {
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        MultipartReader reader = new MultipartReader(body(), boundary());
        int left = LARGEST_FIELDS;
        int count = 0;
        for (var head = reader.next(); head != null; head = reader.next()) {
            if (head.file() != null) {
                upload = new Upload(!head.file().isEmpty(), reader);
                return all;
            }
            byte[] value = field(reader, left);
            left -= value.length;
            if (++count > MOST_FIELDS) {
                throw new UploadBroken();
            }
            String text = new String(value, StandardCharsets.UTF_8);
            all.merge(
                    head.name(),
                    new String[] {text},
                    (before, one) -> {
                        List<String> more = new ArrayList<>(Arrays.asList(before));
                        more.add(one[0]);
                        return more.toArray(String[]::new);
                    });
        }
        return all;
    }

    private static byte[] field(MultipartReader reader, int most) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        for (int n = reader.read(some, 0, some.length); n >= 0; n = reader.read(some, 0, some.length)) {
            value.write(some, 0, n);
            if (value.size() > most) {
                throw new UploadBroken();
            }
        }
        return value.toByteArray();
    }

    private java.io.InputStream body() {
        try {
            return super.getInputStream();
        } catch (IOException goneAway) {
            throw new UploadBroken();
        }
    }

    private String boundary() {
        String type = String.valueOf(getContentType());
        int at = type.indexOf("boundary=");
        String boundary = at < 0 ? "" : type.substring(at + 9).split(";", 2)[0].strip().replace("\"", "");
        if (boundary.isEmpty() || boundary.length() > 70) {
            throw new UploadBroken();
        }
        return boundary;
    }
}
