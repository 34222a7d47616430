package org.diogel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.diogel.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class FrameTest {

    @LocalServerPort int port;

    @Test
    void health() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + port + "/health"))
                                    .build(),
                            BodyHandlers.ofString());
            System.err.println(answer.statusCode() + " " + answer.headers().map());
            System.err.println(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
