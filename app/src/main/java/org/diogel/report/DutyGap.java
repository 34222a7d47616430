package org.diogel.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Gap;
import org.diogel.web.Texts;
import org.springframework.stereotype.Component;

/// Desks at which nobody would be told that something waits.
@Component
class DutyGap implements Gap {

    private static final List<Role> NEEDED = List.of(Role.SAFEGUARDING_LEAD, Role.MODERATOR);

    private final Access access;
    private final Duty duty;

    DutyGap(Access access, Duty duty) {
        this.access = access;
        this.duty = duty;
    }

    @Override
    public List<String> lines(Texts texts) {
        List<String> lines = new ArrayList<>();
        if (access.hasDesk()) {
            Stream.concat(
                            Arrays.stream(Region.values()).map(access::getDesk),
                            Stream.of(access.getDesk(null)))
                    .distinct()
                    .forEach(desk -> add(lines, texts, desk));
        }
        return lines;
    }

    private void add(List<String> lines, Texts texts, Agency desk) {
        for (Role role : NEEDED) {
            if (duty.at(desk.id(), role).isEmpty()) {
                String key = "queue.gap." + role.name().toLowerCase(Locale.ROOT);
                lines.add(texts.t(key, "desk", desk.name()));
            }
        }
    }
}
