package org.diogel.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.web.Form;
import org.jspecify.annotations.Nullable;

/// Who answers where, as a form: a field an area, and beside it what it was when the page was shown.
final class AreasForm {

    /// The fields, in the order of the page.
    static final List<String> AREAS =
            Stream.concat(Arrays.stream(Region.values()).map(Region::name), Stream.of(AccessStore.ANY))
                    .toList();

    private AreasForm() {}

    static String shownField(String area) {
        return "was-" + area;
    }

    static Form filled(List<Desk> desks) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Desk desk : desks) {
            fields.put(area(desk), desk.agency().id().toString());
            fields.put(shownField(area(desk)), desk.agency().id().toString());
        }
        return Form.filled(fields);
    }

    /// The choices as they were made, over what stands there by now.
    static Form over(Form typed, List<Desk> desks) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed.values());
        AREAS.forEach(area -> values.remove(shownField(area)));
        desks.forEach(
                desk ->
                        values.put(
                                shownField(area(desk)), List.of(desk.agency().id().toString())));
        return new Form(values, typed.errors());
    }

    /// Areas that stand otherwise by now than the page showed, each with who answers; empty: nobody
    /// of its own.
    static Map<String, String> changedMeanwhile(Form typed, List<Desk> desks) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String area : AREAS) {
            Optional<Agency> now =
                    desks.stream().filter(d -> area(d).equals(area)).map(Desk::agency).findFirst();
            String id = now.map(agency -> agency.id().toString()).orElse("");
            if (!typed.text(shownField(area)).equals(id)) {
                changed.put(area, now.map(Agency::name).orElse(""));
            }
        }
        return changed;
    }

    static Form checked(Form typed, List<Agency> projects) {
        Form form = typed;
        for (String area : AREAS) {
            String chosen = typed.text(area);
            boolean known = projects.stream().anyMatch(a -> a.id().toString().equals(chosen));
            if (chosen.isEmpty() && area.equals(AccessStore.ANY)) {
                form = form.withError(area, "access.areas.mend.any");
            } else if (!chosen.isEmpty() && !known) {
                form = form.withError(area, "access.areas.mend.list");
            }
        }
        return form;
    }

    /// What is to be changed, of a form without errors.
    static List<DeskChange> changes(Form form) {
        List<DeskChange> changes = new ArrayList<>();
        for (String area : AREAS) {
            String shown = form.text(shownField(area));
            String chosen = form.text(area);
            if (form.has(area) && !shown.equals(chosen)) {
                changes.add(new DeskChange(region(area), agency(shown), agency(chosen)));
            }
        }
        return changes;
    }

    private static String area(Desk desk) {
        Region region = desk.region();
        return region == null ? AccessStore.ANY : region.name();
    }

    private static @Nullable Region region(String area) {
        return area.equals(AccessStore.ANY) ? null : Region.valueOf(area);
    }

    private static @Nullable AgencyId agency(String id) {
        try {
            return id.isEmpty() ? null : new AgencyId(UUID.fromString(id));
        } catch (IllegalArgumentException tamperedWith) {
            return null;
        }
    }
}
