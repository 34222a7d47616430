package org.diogel.trust;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A form with a file as a browser sends it: fields in their order, the file last.
public final class Multipart {

    public static final String BOUNDARY = "----MadeUpBoundary7MA4YWxk";

    private Multipart() {}

    public static byte[] body(Map<String, List<String>> fields, String name, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(fields, name));
        out.writeBytes(file);
        out.writeBytes(tail());
        return out.toByteArray();
    }

    /// Everything before the file's own bytes.
    public static byte[] head(Map<String, List<String>> fields, String name) {
        StringBuilder text = new StringBuilder();
        fields.forEach(
                (field, values) ->
                        values.forEach(
                                value -> {
                                    if (!field.equals("file")) {
                                        text.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                                                .append(field)
                                                .append("\"\r\n\r\n")
                                                .append(value)
                                                .append("\r\n");
                                    }
                                }));
        text.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] tail() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
