package org.diogel.subjectaccess;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.TypedDay;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The register of what police, courts and others ask for.
@Controller
class NotesController {

    private static final String LIST = "/notes-asked";
    private static final List<String> CONSIDERED =
            List.of("report", "necessity", "proportion", "otherwise", "scope");

    private final NotesAsked notes;
    private final Accounts accounts;

    NotesController(NotesAsked notes, Accounts accounts) {
        this.notes = notes;
        this.accounts = accounts;
    }

    @GetMapping(LIST)
    View list(Visit visit, @RequestParam(required = false) @Nullable String page) {
        NotesAsked.Rows rows = notes.list(page);
        return View.staff(
                "subjectaccess/notes",
                rows.leaf().title(visit.texts(), visit.t("subjectaccess.note.list.title")),
                new NotesPage(rows, notes.today()));
    }

    @GetMapping(LIST + "/new")
    View ask(Visit visit) {
        return fresh(visit, visit.form());
    }

    @PostMapping(LIST + "/new")
    View write(Visit visit) {
        Form form = visit.form();
        AskedData.Power power = AskedData.power(form.text("power")).orElse(null);
        if (AskedData.asker(form.text("who")).isEmpty()) {
            form = form.withError("who", "subjectaccess.choose.mend");
        }
        if (power == null) {
            form = form.withError("power", "subjectaccess.choose.mend");
        } else if (!power.who().contains(form.text("who"))) {
            form = form.withError("power", "subjectaccess.note.power.mend");
        }
        LocalDate received = TypedDay.read(form, "received").orElse(null);
        if (received == null || received.isAfter(notes.today())) {
            form = form.withError("received-day", "subjectaccess.note.day.mend");
        }
        LocalDate due = TypedDay.read(form, "due").orElse(null);
        if (due == null && !TypedDay.isEmpty(form, "due")) {
            form = form.withError("due-day", "subjectaccess.note.day.mend");
        }
        form = checked(form, List.of("asker", "exact"));
        if (form.hasErrors() || received == null) {
            return fresh(visit, form);
        }
        AskedId id =
                notes.write(
                        form.text("who"),
                        form.text("power"),
                        received,
                        due,
                        words(form, List.of("asker", "exact")));
        return View.to(LIST + "/" + id);
    }

    @GetMapping(LIST + "/{id}")
    View one(@PathVariable UUID id, Visit visit) {
        return one(visit, id, visit.form());
    }

    @PostMapping(LIST + "/{id}/consider")
    View consider(@PathVariable UUID id, Visit visit) {
        Form form = checked(visit.form(), CONSIDERED);
        if (!AskedData.VIEWS.contains(form.text("view"))) {
            form = form.withError("view", "subjectaccess.choose.mend");
        }
        if (!AskedData.NOTICES.contains(form.text("notice"))) {
            form = form.withError("notice", "subjectaccess.choose.mend");
        }
        LocalDate from = TypedDay.read(form, "from").orElse(null);
        LocalDate to = TypedDay.read(form, "to").orElse(null);
        if (from == null && !TypedDay.isEmpty(form, "from")) {
            form = form.withError("from-day", "subjectaccess.note.day.mend");
        }
        if (to == null && !TypedDay.isEmpty(form, "to") || from != null && to != null && to.isBefore(from)) {
            form = form.withError("to-day", "subjectaccess.note.day.mend");
        }
        if (SafeText.length(SafeText.clean(form.text("herWords"))) > NoteControls.LONGEST) {
            form = form.withError("herWords", "subjectaccess.words.mend", "most", NoteControls.LONGEST);
        }
        if (form.hasErrors()) {
            return one(visit, id, form);
        }
        Map<String, String> words = new LinkedHashMap<>(words(form, CONSIDERED));
        words.put("herWords", SafeText.clean(form.text("herWords")));
        NotesAsked.Considered said =
                new NotesAsked.Considered(
                        form.text("view"),
                        form.text("notice"),
                        AskedData.CLASSES.stream().filter(form.all("classes")::contains).toList(),
                        from,
                        to,
                        words);
        int version = CopiesController.version(form);
        return changing(visit, id, "view", () -> notes.consider(new AskedId(id), version, said));
    }

    @PostMapping(LIST + "/{id}/step")
    View step(@PathVariable UUID id, Visit visit) {
        Form form = visit.form();
        String move = form.text("move");
        if (!List.of("narrow", "refuse", "withdraw").contains(move)) {
            return one(visit, id, form.withError("move", "subjectaccess.move.mend"));
        }
        return changing(
                visit,
                id,
                "move",
                () -> notes.move(new AskedId(id), CopiesController.version(form), move));
    }

    @PostMapping(LIST + "/{id}/release")
    View release(@PathVariable UUID id, Visit visit) {
        Form form = checked(visit.form(), List.of("went"));
        if (!AskedData.WAYS.contains(form.text("how"))) {
            form = form.withError("how", "subjectaccess.choose.mend");
        }
        if (notes.open(new AskedId(id)).row().classes().isEmpty()) {
            form = form.withError("went", "subjectaccess.note.classes.none");
        }
        if (form.hasErrors()) {
            return one(visit, id, form);
        }
        String how = form.text("how");
        String went = SafeText.clean(form.text("went"));
        int version = CopiesController.version(form);
        return changing(visit, id, "went", () -> notes.release(new AskedId(id), version, how, went));
    }

    /// A neutral letter: it names nobody and says nothing of what is held.
    @GetMapping(LIST + "/{id}/letter")
    View letter(@PathVariable UUID id, Visit visit) {
        NotesAsked.Entry entry = notes.open(new AskedId(id));
        return View.staff(
                        "subjectaccess/letter",
                        visit.t("subjectaccess.letter.title", "reference", entry.row().id().reference()),
                        new NotePage(entry, notes.today(), Map.of()))
                .back(LIST + "/" + id);
    }

    private View changing(Visit visit, UUID id, String field, Runnable work) {
        try {
            work.run();
            return View.to(LIST + "/" + id);
        } catch (Stale since) {
            Form typed = new Form(withoutVersion(visit.form()), Map.of());
            return one(visit, id, typed.withError(field, "subjectaccess.stale"))
                    .status(HttpStatus.CONFLICT);
        }
    }

    /// What was typed stays; what was read is the newer.
    private static Map<String, List<String>> withoutVersion(Form form) {
        Map<String, List<String>> values = new HashMap<>(form.values());
        values.remove("version");
        return values;
    }

    private static Form checked(Form form, List<String> names) {
        Form mended = form;
        for (String name : names) {
            String text = SafeText.clean(form.text(name));
            if (text.isEmpty() || SafeText.length(text) > NoteControls.LONGEST) {
                mended = mended.withError(name, "subjectaccess.words.mend", "most", NoteControls.LONGEST);
            }
        }
        return mended;
    }

    private static Map<String, String> words(Form form, List<String> names) {
        Map<String, String> words = new LinkedHashMap<>();
        names.forEach(name -> words.put(name, SafeText.clean(form.text(name))));
        return words;
    }

    private static View fresh(Visit visit, Form form) {
        return View.staff(
                        "subjectaccess/note-new", visit.t("subjectaccess.note.new.title"), new NoteNewPage())
                .with(form)
                .back(LIST);
    }

    private View one(Visit visit, UUID id, Form form) {
        NotesAsked.Entry entry = notes.open(new AskedId(id));
        Map<UUID, String> names =
                entry.done().stream()
                        .map(Copies.Done::account)
                        .distinct()
                        .flatMap(account -> accounts.find(new AccountId(account)).stream())
                        .collect(Collectors.toMap(a -> a.id().value(), AccountView::name));
        View page =
                View.staff(
                                "subjectaccess/note",
                                visit.t("subjectaccess.note.title", "reference", entry.row().id().reference()),
                                new NotePage(entry, notes.today(), names))
                        .back(LIST);
        // Where nothing can be done there is no form.
        return entry.moves().isEmpty() ? page : page.with(form.isEmpty() ? stored(entry) : form);
    }

    private static Form stored(NotesAsked.Entry entry) {
        Map<String, List<String>> stored = new LinkedHashMap<>();
        entry.words().forEach((name, words) -> put(stored, name, words));
        stored.keySet().removeAll(List.of("asker", "exact", "went"));
        AskedRow row = entry.row();
        put(stored, "view", row.view());
        put(stored, "notice", row.notice());
        stored.put("classes", row.classes());
        day(stored, "from", row.from());
        day(stored, "to", row.to());
        return new Form(stored, Map.of());
    }

    private static void put(Map<String, List<String>> stored, String name, @Nullable String value) {
        if (value != null) {
            stored.put(name, List.of(value));
        }
    }

    private static void day(Map<String, List<String>> stored, String name, @Nullable LocalDate day) {
        if (day != null) {
            put(stored, name + "-day", String.valueOf(day.getDayOfMonth()));
            put(stored, name + "-month", String.valueOf(day.getMonthValue()));
            put(stored, name + "-year", String.valueOf(day.getYear()));
        }
    }
}
