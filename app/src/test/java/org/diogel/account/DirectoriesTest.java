package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.diogel.kernel.SettingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/// A file of directories that would let in more people than it seems to, or does not work, is refused.
class DirectoriesTest {
    @TempDir Path folder;

    @Test
    void aFileIsReadAndWhatIsWrongWithItIsSaid() throws Exception {
        String good = "https://login.example.org/11111111/v2.0";
        assertThat(read(good, "amr", "tenants=a,b", "x").find("force").orElseThrow().tenants())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(read(good, "amr", "", "x").find("force").orElseThrow().toString())
                .doesNotContain("x\"");
        for (String shared :
                List.of(
                        "https://login.example.org/common/v2.0",
                        "https://login.example.org/organizations/v2.0",
                        "https://login.example.org/{tenantid}/v2.0",
                        "http://login.example.org/1/v2.0",
                        "http://127.0.0.1/1",
                        "https://login.example.org/1?x=1",
                        "login.example.org")) {
            assertThatThrownBy(() -> read(shared, "ours", "", "x"))
                    .as(shared)
                    .isInstanceOf(SettingRefused.class)
                    .hasMessageContaining("issuer");
        }
        assertThatThrownBy(() -> read(good, "never", "", "x")).hasMessageContaining("second-factor");
        assertThatThrownBy(() -> read(good, "ours", "tenant=a", "x"))
                .hasMessageContaining("force.tenant");
        assertThatThrownBy(() -> read(good, "ours", "", "")).hasMessageContaining("secret-file");
        assertThatThrownBy(() -> of("/nowhere/at/all")).hasMessageContaining("cannot be read");
        assertThat(of("").all()).isEmpty();
    }

    private Directories read(String issuer, String factor, String more, String secret)
            throws Exception {
        Path file = folder.resolve("secret");
        Files.writeString(file, secret);
        Path all = folder.resolve("directories");
        Files.writeString(
                all,
                """
                force.name=Gwasanaeth Prawf
                force.issuer=%s
                force.client-id=client
                force.secret-file=%s
                force.agency=Asiantaeth Un
                force.second-factor=%s
                %s
                """
                        .formatted(issuer, file, factor, more.isEmpty() ? "" : "force." + more));
        return of(all.toString());
    }

    private static Directories of(String file) {
        var settings = new MockEnvironment();
        settings.setProperty("diogel.mode", "serve");
        return new Directories(new SignInSettings(Duration.ofMinutes(10), "", file), settings);
    }
}
