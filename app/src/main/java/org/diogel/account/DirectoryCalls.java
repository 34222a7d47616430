package org.diogel.account;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The only connections this feature opens: to a directory the file of directories names. They follow
/// nowhere else, wait ten seconds at most and read a quarter of a megabyte.
@Component
class DirectoryCalls implements ResourceRetriever {
    private static final int MOST = 262_144;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    String get(URI from) throws IOException {
        return send(HttpRequest.newBuilder(from).GET());
    }

    /// @param authorization value of that header
    String post(URI to, String authorization, String form) throws IOException {
        return send(
                HttpRequest.newBuilder(to)
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(URI.create(url.toString())), "application/json");
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer =
                    client.send(
                            request.header("Accept", "application/json").timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST + 1);
                if (answer.statusCode() != 200 || bytes.length > MOST) {
                    throw new IOException("A directory answered " + answer.statusCode());
                }
                return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for a directory", stopped);
        }
    }
}
