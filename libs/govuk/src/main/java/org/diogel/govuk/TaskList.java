package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteTaskListGenerated;

/// Things to do, and how far each is.
///
/// @param idPrefix must be the only one on the page
public record TaskList(String idPrefix, List<Task> tasks, Attributes attributes)
        implements Component<TaskList> {

    public TaskList {
        tasks = List.copyOf(tasks);
    }

    public static TaskList of(List<Task> tasks) {
        return new TaskList("task-list", tasks, Attributes.NONE);
    }

    /// A copy with `idPrefix` replaced.
    public TaskList withIdPrefix(String changed) {
        return new TaskList(changed, tasks, attributes);
    }

    @Override
    public TaskList withAttributes(Attributes changed) {
        return new TaskList(idPrefix, tasks, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteTaskListGenerated.render(Component.escaping(output), null, this);
    }
}
