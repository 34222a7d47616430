package org.diogel.govuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Nothing a person typed is ever taken for mark-up, wherever a component prints it.
class EscapingTest {

    private static final String HOSTILE = "\"'><script>alert(1)</script>&amp; \uD83D\uDE00 \u05D0";

    @Test
    void textIsPrintedAsTyped() {
        List<Content> everywhere =
                List.of(
                        new Button(HOSTILE).sending(HOSTILE, HOSTILE).withId(HOSTILE),
                        Button.link(HOSTILE, HOSTILE),
                        Input.text(HOSTILE, HOSTILE)
                                .withHint(HOSTILE)
                                .withValue(HOSTILE)
                                .withError(HOSTILE, HOSTILE)
                                .withAttribute("data-x", HOSTILE)
                                .withClass(HOSTILE),
                        Textarea.of(HOSTILE, HOSTILE).withValue(HOSTILE),
                        CharacterCount.of("n", Label.of(HOSTILE), 10).withDescription(HOSTILE),
                        FileUpload.of(HOSTILE, HOSTILE).withAccept(HOSTILE),
                        PasswordInput.of(HOSTILE, HOSTILE).withValue(HOSTILE),
                        Radios.of(HOSTILE, HOSTILE, List.of(Choice.of(HOSTILE, HOSTILE))),
                        Checkboxes.of(
                                        HOSTILE,
                                        HOSTILE,
                                        List.of(Choice.of(HOSTILE, HOSTILE).withHint(HOSTILE)))
                                .checked(Set.of(HOSTILE)),
                        DateInput.of(HOSTILE, Legend.of(HOSTILE))
                                .withLabels(HOSTILE, HOSTILE, HOSTILE)
                                .withValues(HOSTILE, null, HOSTILE),
                        SummaryList.of(
                                List.of(
                                        SummaryRow.of(
                                                HOSTILE,
                                                HOSTILE,
                                                SummaryAction.of(HOSTILE, HOSTILE, HOSTILE),
                                                SummaryAction.submitting(
                                                        HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)))),
                        ErrorSummary.of(HOSTILE, List.of(ErrorLink.to(HOSTILE, HOSTILE))),
                        ExitThisPage.of(HOSTILE, HOSTILE, HOSTILE),
                        NotificationBanner.of(HOSTILE, HOSTILE).withTitleId(HOSTILE),
                        Heading.of(2, HOSTILE, HOSTILE));
        for (Content each : everywhere) {
            Document page = Jsoup.parseBodyFragment(print(each));
            assertThat(page.select("script")).as(each.toString()).isEmpty();
            assertThat(page.text()).as(each.toString()).contains("&amp;");
        }
    }

    @Test
    void aValueComesBackAsTyped() {
        for (String typed : List.of(HOSTILE, "\n\nfirst", "\r\nfirst", "a\nb", " ")) {
            Document page =
                    Jsoup.parseBodyFragment(
                            print(Textarea.of("told", "Told").withValue(typed))
                                    + print(Input.text("line", "Line").withValue(typed)));
            assertThat(page.selectFirst("input").attr("value")).isEqualTo(typed);
            // Unlike the parser here, a browser drops one line break at the very beginning.
            String shown = page.selectFirst("textarea").wholeText().replace("\r", "");
            assertThat(shown.startsWith("\n") ? shown.substring(1) : shown)
                    .isEqualTo(typed.replace("\r", ""));
        }
    }

    @Test
    void mayBePrintedIntoAnEscapingOutputAsItIs() {
        StringOutput plain = new StringOutput();
        OwaspHtmlTemplateOutput html = new OwaspHtmlTemplateOutput(plain);
        html.setContext("div", null);
        html.writeUserContent(new Button("Send & go"));
        assertThat(plain.toString()).contains("<button", "Send &amp; go");
    }

    @Test
    void handlersAndStylesAreRefused() {
        for (String name : List.of("onclick", "OnLoad", "style", "class", "a b", "x=\"")) {
            assertThatThrownBy(() -> new Button("Go").withAttribute(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String print(Content content) {
        StringOutput out = new StringOutput();
        content.writeTo(out);
        return out.toString();
    }
}
