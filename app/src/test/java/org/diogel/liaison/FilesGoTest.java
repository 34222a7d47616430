package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;
import static org.diogel.liaison.Village.run;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.evidence.DeskFiles;
import org.diogel.evidence.Evidence;
import org.diogel.evidence.Evident;
import org.diogel.evidence.FileId;
import org.diogel.evidence.NewFile;
import org.diogel.evidence.TestFiles;
import org.diogel.kernel.Lang;
import org.diogel.report.Ticket;
import org.diogel.vault.TestClamd;
import org.diogel.web.Languages;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What she said may go to others goes with full details: what she was shown, the copy without hidden
/// facts, to whoever opened the package, and nothing else to nobody else.
@WebTest
class FilesGoTest extends InVillage {

    @Autowired Evidence evidence;
    @Autowired DeskFiles files;
    @Autowired Languages languages;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    @AfterEach
    void scanner() {
        System.clearProperty(TestClamd.SETTING);
    }

    @Test
    void theCopyGoesWithFullDetailsAndWithNothingElse() throws Exception {
        Ticket ticket = village.begin(Map.of());
        add(ticket, true, TestFiles.photograph());
        add(ticket, false, TestFiles.png());
        village.send(ticket, Village.SOUTH, Village.SOUTH_INTELLIGENCE);
        UUID shared = file(ticket, 0);
        UUID kept = file(ticket, 1);
        PackageId full = pass(ticket, Village.SOUTH);
        PackageId anonymous = pass(ticket, Village.SOUTH_INTELLIGENCE);

        assertThatThrownBy(() -> take(full, shared)).as("nobody opened it").isInstanceOf(NotHere.class);
        Inbox.Reading reading = read(full);
        assertThat(reading.letter().files()).extracting(Letter.File::id).containsExactly(shared);
        assertThat(reading.ready()).containsExactly(shared);
        byte[] bytes = take(full, shared);
        assertThat(TestFiles.contains(bytes, TestFiles.LATITUDE)).isFalse();
        assertThat(bytes).startsWith(0xff, 0xd8);
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(reading.letter().files().getFirst().digest()).isEqualTo(sha);
        String json =
                new String(
                        JsonFile.of(languages.in(Lang.EN), reading),
                        StandardCharsets.UTF_8);
        assertThat(json).contains(sha, "file1.jpg", "CANARY-LABEL");

        assertThatThrownBy(() -> take(full, kept)).isInstanceOf(NotHere.class);
        assertThat(read(anonymous).letter().files()).isEmpty();
        assertThatThrownBy(() -> take(anonymous, shared)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> as(village.gwenan, () -> inbox.file(full, shared, "investigate")))
                .isInstanceOf(NotHere.class);
    }

    /// The wall itself: an officer's connection reads neither the file as it came nor one that was kept.
    @Test
    void theDatabaseGivesAnOfficerTheCopyAlone() {
        Ticket ticket = village.begin(Map.of());
        add(ticket, true, TestFiles.photograph());
        add(ticket, false, TestFiles.png());
        village.send(ticket, Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        assertThat(pieces(ticket)).as("unopened").isEmpty();
        read(id);
        assertThat(pieces(ticket)).containsExactly("true");
        receipts.stop(ticket);
        assertThat(pieces(ticket)).as("asked back").isEmpty();
    }

    @Test
    void takenBackTheFilesAreGoneToo() {
        Ticket ticket = village.begin(Map.of());
        add(ticket, true, TestFiles.photograph());
        village.send(ticket, Village.SOUTH, Village.GWENT);
        UUID file = file(ticket, 0);
        PackageId opened = pass(ticket, Village.SOUTH);
        PackageId unread = pass(ticket, Village.GWENT);
        read(opened);
        receipts.stop(ticket);
        assertThatThrownBy(() -> take(opened, file)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> as(village.gwenan, () -> inbox.file(unread, file, "investigate")))
                .isInstanceOf(NotHere.class);
        assertThat(as(village.gwenan, () -> inbox.list(false, null).rows())).noneMatch(s -> s.row().id().equals(unread));
    }

    /// She was not shown it when she agreed: the rest goes all the same.
    @Test
    void whatSheAddsLaterGoesOnlyWhenSheAgreesAnew() {
        Ticket ticket = village.begin(Map.of());
        add(ticket, true, TestFiles.photograph());
        village.send(ticket, Village.SOUTH, Village.GWENT);
        add(ticket, true, TestFiles.png());
        UUID first = file(ticket, 0);
        PackageId before = pass(ticket, Village.SOUTH);
        assertThat(read(before).letter().files()).extracting(Letter.File::id).containsExactly(first);
        Ticket proved = receipts.prove(ticket, Village.SECOND).orElseThrow();
        receipts.choose(proved, Set.of(Village.SOUTH), Lang.EN, receipts.told(proved).seen());
        assertThat(as(village.sian, () -> inbox.get(before)).row().askedBackAt())
                .as("what she still agrees to goes on")
                .isNull();
        receipts.choose(proved, Set.of(Village.SOUTH, Village.GWENT), Lang.EN, receipts.told(proved).seen());
        PackageId after = pass(ticket, Village.GWENT);
        assertThat(
                        as(village.gwenan, () -> inbox.open(after, Inbox.Way.PAGE, "investigate"))
                                .letter()
                                .files())
                .hasSize(2);
    }

    @Test
    void whatMayShowAChildGoesToNobodyAndIsNotNamed() {
        Ticket ticket = village.begin(Map.of());
        add(ticket, true, TestFiles.photograph());
        add(ticket, true, TestFiles.png());
        village.send(ticket, Village.SOUTH, Village.GWENT);
        UUID marked = file(ticket, 0);
        PackageId opened = pass(ticket, Village.SOUTH);
        PackageId unread = pass(ticket, Village.GWENT);
        read(opened);
        run(village.anwen, () -> files.markChild(ticket.report(), new FileId(marked), "A girl"));
        assertThatThrownBy(() -> take(opened, marked)).isInstanceOf(NotHere.class);
        assertThat(read(opened).ready()).doesNotContain(marked).hasSize(1);
        assertThat(as(village.gwenan, () -> inbox.list(false, null).rows()))
                .as("what nobody opened is taken back")
                .noneMatch(s -> s.row().id().equals(unread));
        int seen = as(village.lead, () -> reports.get(ticket.report())).version();
        run(
                village.lead,
                () ->
                        reports.screen(
                                ticket.report(), seen, org.diogel.report.ScreeningGround.NEITHER, "Grown"));
        PackageId again = pass(ticket, Village.GWENT);
        assertThat(
                        as(village.gwenan, () -> inbox.open(again, Inbox.Way.PAGE, "investigate"))
                                .letter()
                                .files())
                .extracting(Letter.File::id)
                .doesNotContain(marked)
                .hasSize(1);
    }

    @Test
    void whatWaitsForTheScannerGoesOnceItAnswered() throws Exception {
        System.setProperty(TestClamd.SETTING, "127.0.0.1:9");
        Ticket ticket = village.begin(Map.of());
        add(ticket, true, TestFiles.photograph());
        village.send(ticket, Village.SOUTH);
        UUID file = file(ticket, 0);
        PackageId id = pass(ticket, Village.SOUTH);
        assertThat(read(id).ready()).isEmpty();
        assertThat(read(id).letter().files().getFirst().notes()).contains("evidence.goes.waits");
        assertThatThrownBy(() -> take(id, file)).isInstanceOf(NotHere.class);
        try (TestClamd scanner = new TestClamd()) {
            System.setProperty(TestClamd.SETTING, scanner.address());
            TestFiles.scan(app);
        }
        assertThat(read(id).ready()).containsExactly(file);
        assertThat(take(id, file)).startsWith(0xff, 0xd8);
    }

    private void add(Ticket ticket, boolean share, byte[] file) {
        assertThat(
                        evidence.add(
                                ticket,
                                new NewFile("CANARY-LABEL his van", true, share),
                                new ByteArrayInputStream(file),
                                "A file came"))
                .isEmpty();
    }

    /// The id of the file that came so many before it.
    private UUID file(Ticket ticket, int number) {
        List<Evident> all = as(village.anwen, () -> files.list(ticket.report()));
        return all.get(number).id().value();
    }

    private Inbox.Reading read(PackageId id) {
        return as(village.sian, () -> inbox.open(id, Inbox.Way.PAGE, "investigate"));
    }

    private byte[] take(PackageId id, UUID file) {
        return as(village.sian, () -> inbox.file(id, file, "investigate")).bytes();
    }

    private List<String> pieces(Ticket ticket) {
        return as(
                village.sian,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                jdbc.sql("SELECT DISTINCT copy::text FROM evidence.piece WHERE report = ?")
                                                        .param(ticket.report().value())
                                                        .query(String.class)
                                                        .list()));
    }
}
