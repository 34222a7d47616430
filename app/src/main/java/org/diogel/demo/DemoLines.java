package org.diogel.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diogel.kernel.ReadyLines;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The table of people on the terminal.
@Component
@Order(0)
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoLines implements ReadyLines {

    @Override
    public List<String> lines() {
        Partnership all = PartnershipFile.read();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(all.warning().values());
        lines.add("");
        lines.add("Sign in with the password " + all.password() + " and a code from the page /demo:");
        lines.add("");
        all.people().forEach(person -> lines.add(line(person, all)));
        lines.add("");
        return lines;
    }

    private static String line(Partnership.Somebody person, Partnership all) {
        String roles =
                person.roles().stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
        return "  %-18s %-29s %-23s %s"
                .formatted(
                        person.name(), roles, person.email(), all.agency(person.agency()).name());
    }
}
