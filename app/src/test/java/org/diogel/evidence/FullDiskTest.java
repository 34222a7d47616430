package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.evidence.HerVisit.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.report.TestReports;
import org.diogel.trust.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The disk under the files is really full: a small one of its own, where the machine lets us have it;
/// elsewhere the database says so.
@WebTest
class FullDiskTest {

    private static final int MEGABYTE = 1024 * 1024;

    private static final String SAYS_SO =
            """
            CREATE FUNCTION evidence.test_disk() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER test_disk BEFORE INSERT ON evidence.piece
                FOR EACH ROW EXECUTE FUNCTION evidence.test_disk()
            """;

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @TempDir Path folder;

    @Test
    void whatFindsNoRoomIsSaidHonestlyAndNothingHalfOfItStays() throws Exception {
        new TestReports(app);
        long room = Long.parseLong(one("SELECT pg_total_relation_size('evidence.piece')")) + 3L * MEGABYTE;
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean real = run("mount", "-t", "tmpfs", "-o", "size=" + room + ",mode=0700", "tmpfs", disk.toString());
        try (HerVisit her = new HerVisit(port)) {
            if (real) {
                Path own = Files.createDirectory(disk.resolve("own"));
                change("CREATE TABLESPACE small_disk LOCATION '" + own + "'");
            }
            try {
                change(real ? "ALTER TABLE evidence.piece SET TABLESPACE small_disk" : SAYS_SO);
                Answer page = full(her);
                makeRoom(real);
                afterwards(her, page);
            } finally {
                makeRoom(real);
            }
        } finally {
            if (real) {
                change("DROP TABLESPACE IF EXISTS small_disk");
                run("umount", disk.toString());
            }
        }
    }

    private static void makeRoom(boolean real) throws SQLException {
        change(
                real
                        ? "ALTER TABLE evidence.piece SET TABLESPACE pg_default"
                        : "DROP FUNCTION IF EXISTS evidence.test_disk() CASCADE");
    }

    private static Answer full(HerVisit her) throws IOException {
        String files = one("SELECT count(*) FROM evidence.file");
        String pieces = one("SELECT count(*) FROM evidence.piece");
        Answer page =
                her.upload("/tell/files", Map.of("words", "typed before"), TestFiles.text("a".repeat(6 * MEGABYTE)));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.page().text()).contains("We cannot save anything right now");
        assertThat(one("SELECT count(*) FROM evidence.file")).isEqualTo(files);
        assertThat(one("SELECT count(*) FROM evidence.piece")).isEqualTo(pieces);
        return page;
    }

    /// There is room again: the page goes on with what was typed, and what was told is there.
    private static void afterwards(HerVisit her, Answer page) throws Exception {
        Map<String, List<String>> again = page.fields("form.diogel-again");
        Answer asked = her.browser.post("/tell/files/add", again);
        assertThat(asked.page().select("input[name=words]").val()).isEqualTo("typed before");
        assertThat(
                        her.browser
                                .upload("/tell/files/add", asked.fields(), "a.txt", TestFiles.text("a".repeat(6 * MEGABYTE)))
                                .location())
                .isEqualTo("/tell/files?done=added");
        assertThat(her.browser.get("/tell/files").page().text()).contains("typed before");
    }

    private static boolean run(String... words) {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notHere) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void change(String sql) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
