package org.diogel.liaison;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.diogel.web.Texts;
import org.springframework.stereotype.Component;

/// Packages on paper: tagged PDF that a screen reader reads in order, with its one font inside. Made in
/// memory; nothing is written anywhere and nothing is fetched.
@Component
public class PdfWriter {

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    static final String FONT = "Liberation Sans";

    private final byte[] font;
    private final CmapLookup letters;

    PdfWriter() throws IOException {
        XRLog.setLoggingEnabled(false);
        try (var in = PDDocument.class.getResourceAsStream(FONT_FILE)) {
            if (in == null) {
                throw new IllegalStateException("The font for paper is missing");
            }
            font = in.readAllBytes();
        }
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
        letters = parsed.getUnicodeCmapLookup();
    }

    byte[] letter(Texts texts, Inbox.Reading reading) {
        return write(new Paper(texts, this::hasLetter).letter(reading));
    }

    byte[] draft(Texts texts, Inbox.Reading reading) {
        return write(new Paper(texts, this::hasLetter).draft(Draft.of(texts, reading)));
    }

    /// A sheet of another feature.
    ///
    /// @param facts what it is, before everything else
    /// @param account words of their own
    public byte[] sheet(
            Texts texts,
            String title,
            List<Said.Line> facts,
            String account,
            List<Said.Line> lines) {
        return write(
                new Paper(texts, this::hasLetter).sheet(title, facts, account, lines));
    }

    /// A part of a long paper. @param lines as a table
    public record Section(String heading, List<Said.Line> lines) {}

    /// A long paper of another feature, in parts.
    ///
    /// @param facts what it is, before everything else
    public byte[] sections(
            Texts texts, String title, List<Said.Line> facts, List<Section> sections) {
        return write(new Paper(texts, this::hasLetter).sections(title, facts, sections));
    }

    private boolean hasLetter(int codePoint) {
        return letters.getGlyphId(codePoint) > 0;
    }

    private byte[] write(String page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> new ByteArrayInputStream(font), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> new ByteArrayInputStream(font), FONT, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(page, "about:blank")
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
