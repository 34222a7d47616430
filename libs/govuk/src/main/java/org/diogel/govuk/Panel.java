package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JtePanelGenerated;
import org.jspecify.annotations.Nullable;

/// A large coloured panel: something is done, or stop and think.
///
/// @param interruption stop and think, instead of done
/// @param actions what can be done next; only of an interruption
public record Panel(
        Content title,
        @Nullable Content body,
        int headingLevel,
        boolean interruption,
        List<? extends Content> actions,
        Attributes attributes)
        implements Component<Panel> {

    public Panel {
        actions = List.copyOf(actions);
    }

    public static Panel of(String title, Content body) {
        return new Panel(Text.of(title), body, 1, false, List.of(), Attributes.NONE);
    }

    public static Panel of(String title, String body) {
        return of(title, Text.of(body));
    }

    /// Stop and think: the panel between a person and a step that cannot be undone.
    public static Panel interruption(String title, Content body, List<? extends Content> actions) {
        return new Panel(Text.of(title), body, 1, true, actions, Attributes.NONE);
    }

    /// The title as a heading of the right level.
    public Heading titleHeading() {
        return Heading.of(headingLevel, "govuk-panel__title", title);
    }

    /// A copy with `headingLevel` replaced.
    public Panel withHeadingLevel(int changed) {
        return new Panel(title, body, changed, interruption, actions, attributes);
    }

    @Override
    public Panel withAttributes(Attributes changed) {
        return new Panel(title, body, headingLevel, interruption, actions, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JtePanelGenerated.render(Component.escaping(output), null, this);
    }
}
