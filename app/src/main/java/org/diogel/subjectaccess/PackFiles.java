package org.diogel.subjectaccess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.kernel.Lang;
import org.diogel.liaison.PdfWriter;
import org.diogel.liaison.Said;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// A copy as a page, on paper, and as data, in English and Welsh whatever language it was asked in. Made in memory on each response; nothing is written anywhere.
@Component
class PackFiles {

    private static final String FORMAT = "diogel-copy";
    private static final int VERSION = 1;

    private final PdfWriter pdf;
    private final PackSeal seal;
    private final Languages languages;
    private final Access access;

    PackFiles(PdfWriter pdf, PackSeal seal, Languages languages, Access access) {
        this.pdf = pdf;
        this.seal = seal;
        this.languages = languages;
        this.access = access;
    }

    Map<String, String> agencies() {
        return access.listAgencies().stream()
                .collect(Collectors.toMap(one -> one.id().toString(), one -> one.name()));
    }

    PackPage page(Texts texts, Pack pack) {
        boolean welsh = texts.lang().equals(Lang.CY);
        return new PackPage(
                pack,
                PackPage.Both.of(
                        languages.in(welsh ? Lang.CY : Lang.EN),
                        languages.in(welsh ? Lang.EN : Lang.CY),
                        agencies()));
    }

    ResponseEntity<byte[]> pdf(Texts texts, Pack pack) {
        PackPage page = page(texts, pack);
        PackPage.Both both = page.both();
        List<PdfWriter.Section> sections = new ArrayList<>();
        for (Pack.Given one : pack.given()) {
            List<Said.Line> lines = new ArrayList<>();
            if (one.at() != null) {
                lines.add(new Said.Line("", both.t("subjectaccess.at"), both.time(one.at())));
            }
            lines.add(new Said.Line("", both.t("subjectaccess.whose"), both.whose(one.whose())));
            one.lines()
                    .forEach(
                            line ->
                                    lines.add(
                                            new Said.Line(
                                                    line.field(),
                                                    both.field(line.field()),
                                                    both.value(line.field(), line.text()))));
            sections.add(new PdfWriter.Section(one.number() + ". " + both.source(one.source()), lines));
        }
        if (!pack.withheld().isEmpty()) {
            sections.add(
                    new PdfWriter.Section(
                            both.t("subjectaccess.withheld"),
                            pack.withheld().stream()
                                    .map(
                                            one ->
                                                    new Said.Line(
                                                            "",
                                                            one.number() + ". " + both.source(one.source()),
                                                            withheld(page, one)))
                                    .toList()));
        }
        List<Said.Line> told =
                PackPage.rights().stream()
                        .map(
                                right ->
                                        new Said.Line(
                                                "",
                                                both.t("subjectaccess.right." + right + ".title"),
                                                both.t("subjectaccess.right." + right)))
                        .toList();
        sections.add(new PdfWriter.Section(both.t("subjectaccess.rights"), told));
        return file(
                pack,
                ".pdf",
                MediaType.APPLICATION_PDF,
                pdf.sections(
                        texts,
                        both.t("subjectaccess.pack.title", "reference", pack.reference()),
                        List.of(
                                new Said.Line(
                                        "", both.t("subjectaccess.pack.made"), both.time(pack.made()))),
                        sections));
    }

    static String withheld(PackPage page, Pack.Withheld one) {
        PackPage.Both both = page.both();
        return String.join(
                "\n",
                both.t(one.part() ? "subjectaccess.withheld.part" : "subjectaccess.withheld.whole"),
                both.whose(one.whose()),
                page.exemption(one),
                one.by() + ", " + both.time(one.at()));
    }

    /// Codes as they are kept, with the words for them in both languages beside.
    ResponseEntity<byte[]> json(Texts texts, Pack pack) {
        Naming english = new Naming(languages.in(Lang.EN), agencies());
        Naming welsh = new Naming(languages.in(Lang.CY), agencies());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("version", VERSION);
        file.put("reference", pack.reference());
        file.put("made", pack.made());
        List<Map<String, Object>> given = new ArrayList<>();
        for (Pack.Given one : pack.given()) {
            Map<String, Object> piece = new LinkedHashMap<>();
            piece.put("number", one.number());
            piece.put("source", one.source());
            piece.put("en", english.source(one.source()));
            piece.put("cy", welsh.source(one.source()));
            piece.put("whose", one.whose());
            piece.put("at", one.at() == null ? "" : one.at());
            piece.put("inPart", one.part());
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Pack.Line line : one.lines()) {
                Map<String, Object> cell = new LinkedHashMap<>();
                cell.put("field", line.field());
                cell.put("en", english.field(line.field()));
                cell.put("cy", welsh.field(line.field()));
                cell.put("leftOut", line.text() == null);
                cell.put("value", line.text() == null ? "" : line.text());
                lines.add(cell);
            }
            piece.put("lines", lines);
            given.add(piece);
        }
        file.put("given", given);
        List<Map<String, Object>> withheld = new ArrayList<>();
        for (Pack.Withheld one : pack.withheld()) {
            Map<String, Object> piece = new LinkedHashMap<>();
            piece.put("number", one.number());
            piece.put("source", one.source());
            piece.put("whose", one.whose());
            piece.put("inPart", one.part());
            piece.put("exemption", one.exemption());
            piece.put("law", Exemption.find(one.exemption()).map(Exemption::source).orElse(""));
            piece.put("by", one.by());
            piece.put("at", one.at());
            withheld.add(piece);
        }
        file.put("withheld", withheld);
        return file(pack, ".json", MediaType.APPLICATION_JSON, seal.json(file));
    }

    private static ResponseEntity<byte[]> file(
            Pack pack, String ending, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(pack.reference() + ending)
                                .build()
                                .toString())
                .body(bytes);
    }
}
