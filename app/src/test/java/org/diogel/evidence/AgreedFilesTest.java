package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.evidence.HerVisit.one;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.report.TestReports;
import org.diogel.trust.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// No file goes to others that she was not shown, nor with what she does not know to be in it.
@WebTest
class AgreedFilesTest {

    private static final String POLICE = "police-south-wales";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private HerVisit her;

    @BeforeEach
    void visit() throws Exception {
        new TestReports(app);
        her = new HerVisit(port);
    }

    @AfterEach
    void leave() {
        her.close();
    }

    @Test
    void whatWasAddedAfterThePageWasOpenedIsNotAgreedTo() throws Exception {
        String report = her.send();
        her.prove();
        Answer opened = her.browser.get("/receipt/choices");
        her.upload("/receipt/files", Map.of("share", "yes", "words", "from another window"), TestFiles.photograph());
        Map<String, List<String>> fields = new LinkedHashMap<>(opened.fields());
        fields.put("sharing", List.of(POLICE));

        Answer changed = her.browser.post("/receipt/choices", fields);

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.page().select("[role=alert]").text()).contains("Your choices have not been changed yet");
        assertThat(changed.page().text()).contains("from another window");
        assertThat(changed.page().select("input[name=sharing][value=" + POLICE + "][checked]")).hasSize(1);
        assertThat(agreed(report)).isEqualTo("0");
        assertThat(her.browser.post("/receipt/choices", changed.fields()).location()).isEqualTo("/receipt/told?saved");
        assertThat(agreed(report)).isEqualTo("1");
    }

    /// A page that says nothing of what it showed agrees to nothing.
    @Test
    void withoutAWordOfWhatWasShownNothingIsAgreedTo() throws Exception {
        String report = her.send();
        her.prove();
        Map<String, List<String>> fields = new LinkedHashMap<>(her.browser.get("/receipt/choices").fields());
        fields.put("sharing", List.of(POLICE));
        fields.remove("seen");
        assertThat(her.browser.post("/receipt/choices", fields).status()).isEqualTo(409);
        assertThat(agreed(report)).isEqualTo("0");
    }

    /// Nothing hidden can be taken out of it: the project may have it, nobody else does.
    @Test
    void aHeicPictureGoesToTheProjectAlone() throws Exception {
        for (String brand : List.of("heic", "heix", "mif1")) {
            Answer told =
                    her.upload("/tell/files", Map.of("share", "yes", "words", "what I typed"), TestFiles.heic(brand));
            assertThat(told.status()).isEqualTo(422);
            assertThat(told.page().select("#file-error").text()).contains("HEIC", "the place", "screenshot");
            assertThat(told.page().select("input[name=words]").val()).isEqualTo("what I typed");
            assertThat(told.page().select("input[name=share][checked]")).hasSize(1);
        }
        assertThat(her.browser.get("/tell/files").page().select("#remove")).isEmpty();

        assertThat(her.upload("/tell/files", Map.of(), TestFiles.heic("heic")).location())
                .isEqualTo("/tell/files?done=added");

        assertThat(her.browser.get("/tell/files").page().text())
                .contains("hidden facts, like the place, are still in it", "Stays with the project");
        String report = her.send(POLICE);
        assertThat(one("SELECT share FROM evidence.file WHERE report = ?::uuid AND kind = 'HEIC'", report)).isEqualTo("false");
        her.prove();
        assertThat(her.browser.get("/receipt/choices").page().text()).doesNotContain("HEIC");
    }

    private static String agreed(String report) {
        return one(
                "SELECT count(*) FROM consent.agreed a WHERE a.subject = ?::uuid AND a.recipient = ?", report, POLICE);
    }
}
