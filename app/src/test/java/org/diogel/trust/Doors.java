package org.diogel.trust;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.account.Accounts;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.alert.Board;
import org.diogel.alert.Publishing;
import org.diogel.alert.Warning;
import org.diogel.audit.Audit;
import org.diogel.checker.Checks;
import org.diogel.checker.Refusals;
import org.diogel.checker.Searches;
import org.diogel.consent.Consents;
import org.diogel.consent.SharingChoice;
import org.diogel.evidence.DeskFiles;
import org.diogel.evidence.Evidence;
import org.diogel.evidence.FileId;
import org.diogel.evidence.NewFile;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.liaison.Came;
import org.diogel.liaison.HandingOver;
import org.diogel.liaison.Inbox;
import org.diogel.liaison.PackageId;
import org.diogel.liaison.Passing;
import org.diogel.liaison.Quarters;
import org.diogel.liaison.Receivers;
import org.diogel.liaison.Treatments;
import org.diogel.messages.Messages;
import org.diogel.report.Receipts;
import org.diogel.report.Identified;
import org.diogel.report.ReceiptCode;
import org.diogel.report.Receipts;
import org.diogel.report.ReportId;
import org.diogel.report.Reports;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.safeguarding.Duties;
import org.diogel.safeguarding.DutyId;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// Every public method of every feature's door, called with everything one project has.
final class Doors {

    private static final List<Class<?>> DOORS =
            List.of(
                    Access.class,
                    Accounts.class,
                    Audit.class,
                    Consents.class,
                    Messages.class,
                    Reports.class,
                    Receipts.class,
                    Telling.class,
                    Sender.class,
                    Evidence.class,
                    DeskFiles.class,
                    Alerts.class,
                    Publishing.class,
                    Board.class,
                    Identified.class,
                    Checks.class,
                    Searches.class,
                    Refusals.class,
                    Passing.class,
                    HandingOver.class,
                    Inbox.class,
                    Receivers.class,
                    Treatments.class,
                    Quarters.class,
                    Duties.class);

    private static final int MOST_CALLS = 60;

    private final ApplicationContext app;
    private final Project project;

    /// @param text what came back, every component of every record; empty for an exception
    record Call(String method, String text) {}

    Doors(ApplicationContext app, Project project) {
        this.app = app;
        this.project = project;
    }

    /// Those that give something back first: the others may change what they give.
    static List<Method> methods() {
        return DOORS.stream()
                .flatMap(door -> Arrays.stream(door.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !m.isSynthetic() && !m.getName().equals("toString"))
                .sorted(Comparator.comparing(m -> m.getReturnType() == void.class))
                .toList();
    }

    List<Call> tryAll() {
        List<Call> calls = new ArrayList<>();
        for (Method method : methods()) {
            Object door = app.getBean(method.getDeclaringClass());
            for (Object[] arguments : combinations(method)) {
                calls.add(call(door, method, arguments));
            }
        }
        return calls;
    }

    private static Call call(Object door, Method method, Object[] arguments) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        try {
            Object result = method.invoke(door, arguments);
            return new Call(name, result == null ? "" : JsonMapper.shared().writeValueAsString(result));
        } catch (InvocationTargetException refused) {
            return new Call(name, "");
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Object[]> combinations(Method method) {
        List<Object[]> all = new ArrayList<>();
        all.add(new Object[0]);
        for (Class<?> type : method.getParameterTypes()) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] so : all) {
                for (Object value : values(type)) {
                    Object[] with = Arrays.copyOf(so, so.length + 1);
                    with[so.length] = value;
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all.subList(0, Math.min(MOST_CALLS, all.size()));
    }

    private Collection<?> values(Class<?> type) {
        if (type == ReportId.class) {
            return project.reports().values().stream().map(Ticket::report).toList();
        }
        if (type == AlertId.class) {
            return project.warnings().values();
        }
        if (type == FileId.class) {
            return project.files().values();
        }
        if (type == NewFile.class) {
            return List.of(new NewFile("overwritten", false, true));
        }
        if (type == InputStream.class) {
            return List.of(new ByteArrayInputStream("a note".getBytes(StandardCharsets.UTF_8)));
        }
        if (type == PackageId.class) {
            return project.packages().values();
        }
        if (type == DutyId.class) {
            return project.duties();
        }
        if (type == LocalDate.class) {
            return List.of(LocalDate.now());
        }
        if (type == Came.class) {
            return List.of(new Came("arrest", LocalDate.now(), "", null));
        }
        if (type == Ticket.class) {
            return project.reports().values().stream()
                    .map(t -> new Ticket(t.report(), t.code(), true, true))
                    .toList();
        }
        if (type == ReceiptCode.class) {
            return project.reports().values().stream().map(Ticket::code).toList();
        }
        if (type == UUID.class) {
            return java.util.stream.Stream.concat(
                            project.reports().values().stream().map(t -> t.report().value()),
                            java.util.stream.Stream.concat(
                                    project.warnings().values().stream().map(AlertId::value),
                                    project.packages().values().stream().map(PackageId::value)))
                    .toList();
        }
        if (type == AccountId.class) {
            return project.staff().people().values().stream()
                    .map(p -> p.account().id())
                    .collect(Collectors.toSet());
        }
        if (type == AgencyId.class) {
            return List.of(project.staff().agency().id());
        }
        if (type == Submission.class) {
            return List.of(
                    new Submission(
                            UUID.randomUUID(), Set.of(), Screening.NO, Screening.NO, "", Lang.EN));
        }
        if (type == Warning.class) {
            return List.of(new Warning(Map.of("kinds", List.of("threats"))));
        }
        if (type == SharingChoice.class) {
            return List.of(SharingChoice.WARNING);
        }
        return simple(type);
    }

    private Collection<?> simple(Class<?> type) {
        if (type == String.class) {
            return List.of("members");
        }
        if (type == Set.class) {
            return List.of(Set.of("members"));
        }
        if (type == Map.class) {
            return List.of(Map.of("words", List.of("overwritten")));
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        if (type == int.class) {
            return List.of(1, 2, 3);
        }
        if (type == byte[].class) {
            return List.of(new byte[32]);
        }
        if (type == Optional.class) {
            return List.of(Optional.empty());
        }
        if (type == Collection.class) {
            return List.of(project.warnings().values());
        }
        if (type == Predicate.class) {
            return List.<Predicate<?>>of(_ -> true);
        }
        if (type == Region.class) {
            return List.of(Region.GWENT);
        }
        if (type == Role.class) {
            return List.of(Role.values());
        }
        return type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
    }
}
