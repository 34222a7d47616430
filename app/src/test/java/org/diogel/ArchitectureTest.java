package org.diogel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.diogel.web.Brand;
import org.diogel.web.Languages;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.web.Texts;
import org.diogel.web.TooMany;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/// What each kind of class may use, as a list of what is allowed: anything new has to be argued
/// for.
///
/// | kind | known by | may use |
/// |---|---|---|
/// | value | record or enum | Java, other values |
/// | store | `…Store` | JDBC, values |
/// | door | `@Service` | its store, other doors, events, transactions |
/// | controller | `…Controller` | doors, forms, pages |
/// | pages | `…Pages` | values, components, texts |
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    // Libraries know nothing of Diogel and have rules of their own.
                    .withImportOption(from -> !from.contains("/libs/") && !from.contains("diogel-"))
                    .importPackages("org.diogel");

    private static final String[] LANGUAGE = {
        "java.lang..",
        "java.util..",
        "java.time..",
        "java.math..",
        "java.io..",
        "java.nio..",
        "java.text..",
        "java.security..",
        "javax.crypto..",
        "org.jspecify..",
        "com.google.errorprone.annotations.."
    };

    private static final DescribedPredicate<JavaClass> PLAIN =
            resideInAnyPackage(LANGUAGE)
                    .or(belongToAnyOf(java.net.URI.class, java.net.IDN.class))
                    .or(arraysOfPrimitives());

    private static final DescribedPredicate<JavaClass> SERVLET_OR_TEMPLATE =
            resideInAnyPackage("jakarta.servlet..", "gg.jte..", "org.springframework.web..");

    private static final DescribedPredicate<JavaClass> SQL =
            resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                    .or(resideInAPackage("org.postgresql.."));

    private static final DescribedPredicate<JavaClass> VALUE =
            DescribedPredicate.describe(
                    "a value", c -> c.isRecord() || c.isEnum() || c.isAssignableTo(Record.class));

    private static final DescribedPredicate<JavaClass> FEATURE =
            resideInAPackage("org.diogel..").and(not(resideInAPackage("org.diogel.database..")));

    /// A page's record may hold a component, which is [gg.jte.Content], and nothing else of
    /// templates.
    @Test
    void aValueKnowsNothingOfSpringSqlOrTemplates() {
        check(
                classes()
                        .that(VALUE)
                        .and(FEATURE)
                        .and(not(resideInAPackage("org.diogel.web..")))
                        .should()
                        .onlyDependOnClassesThat(
                                PLAIN.or(belongToAnyOf(gg.jte.Content.class))
                                        .or(
                                                resideInAPackage("org.diogel..")
                                                        .and(not(annotated(Component.class)))
                                                        .and(not(annotated(Service.class)))
                                                        .and(not(annotated(Repository.class))))
                                        .or(
                                                resideInAnyPackage(
                                                        "org.springframework.boot.context.properties.."))));
    }

    @Test
    void aStoreUsesOnlyJdbcAndValues() {
        check(
                classes()
                        .that(
                                DescribedPredicate.<JavaClass>describe(
                                                "are stores of rows",
                                                c ->
                                                        c.getSimpleName().endsWith("Store")
                                                                && c
                                                                        .getDirectDependenciesFromSelf()
                                                                        .stream()
                                                                        .anyMatch(d ->
                                                                                SQL.test(
                                                                                        d
                                                                                                .getTargetClass())))
                                        .and(FEATURE))
                        .should()
                        .onlyDependOnClassesThat(
                                PLAIN.or(SQL)
                                        .or(
                                                resideInAnyPackage(
                                                        "org.springframework.stereotype..",
                                                        "org.springframework.dao.."))
                                        .or(
                                                resideInAPackage("org.diogel..")
                                                        .and(
                                                                not(
                                                                        resideInAPackage(
                                                                                "org.diogel.web..")))
                                                        .and(not(annotated(Service.class)))
                                                        .and(
                                                                not(
                                                                        simpleNameEndingWith(
                                                                                "Controller")))
                                                        .and(not(simpleNameEndingWith("Pages"))))));
    }

    @Test
    void onlyAStoreSpeaksSql() {
        check(
                noClasses()
                        .that(FEATURE)
                        .and(not(simpleNameEndingWith("Store")))
                        .and(not(simpleNameEndingWith("Beans")))
                        .and(not(excepted("sql-outside-stores.txt")))
                        .should()
                        .dependOnClassesThat(
                                SQL.and(not(belongToAnyOf(java.sql.SQLException.class)))));
    }

    @Test
    void aDoorKnowsNoPageNoServletAndNoSql() {
        check(
                classes()
                        .that(annotated(Service.class).and(FEATURE))
                        .should()
                        .onlyDependOnClassesThat(
                                PLAIN.or(
                                                resideInAnyPackage(
                                                        "org.springframework.stereotype..",
                                                        "org.springframework.transaction..",
                                                        "org.springframework.context..",
                                                        "org.springframework.beans.factory..",
                                                        "org.springframework.dao..",
                                                        "org.slf4j.."))
                                        .or(
                                                resideInAPackage("org.diogel..")
                                                        .and(
                                                                not(
                                                                        resideInAPackage(
                                                                                "org.diogel.web..")))
                                                        .and(
                                                                not(
                                                                        simpleNameEndingWith(
                                                                                "Controller")))
                                                        .and(not(simpleNameEndingWith("Pages"))))
                                        .or(
                                                belongToAnyOf(
                                                        NotHere.class,
                                                        Stale.class,
                                                        TooMany.class,
                                                        // Which rows of a long list are wanted.
                                                        Leaf.class,
                                                        Languages.class,
                                                        Texts.class,
                                                        Brand.class))));
    }

    @Test
    void aControllerNeverCallsAStore() {
        check(
                noClasses()
                        .that(simpleNameEndingWith("Controller"))
                        .should()
                        .dependOnClassesThat(
                                simpleNameEndingWith("Store").or(annotated(Repository.class))));
    }

    @Test
    void aControllerUsesOnlyDoorsFormsAndPages() {
        check(
                classes()
                        .that(simpleNameEndingWith("Controller"))
                        .should()
                        .onlyDependOnClassesThat(
                                PLAIN.or(
                                                resideInAnyPackage(
                                                        "org.springframework.stereotype..",
                                                        "org.springframework.boot.autoconfigure.condition..",
                                                        "org.springframework.http..",
                                                        "org.springframework.web..",
                                                        "org.springframework.security..",
                                                        "jakarta.servlet.."))
                                        .or(
                                                resideInAPackage("org.diogel..")
                                                        .and(not(simpleNameEndingWith("Store"))))));
    }

    @Test
    void pagesNeverCallADoorOrAStore() {
        check(
                noClasses()
                        .that(simpleNameEndingWith("Pages"))
                        .and(not(resideInAPackage("org.diogel.web..")))
                        .and(not(excepted("pages-and-doors.txt")))
                        .should()
                        .dependOnClassesThat(
                                annotated(Service.class)
                                        .or(annotated(Repository.class))
                                        .or(simpleNameEndingWith("Store"))
                                        .or(SQL)
                                        .or(resideInAPackage("jakarta.servlet.."))));
    }

    /// Time comes from the one clock, so that a test can move it.
    @Test
    void onlyTheClockTellsTime() {
        Set<String> tellers =
                Set.of(
                        "java.time.Instant",
                        "java.time.LocalDate",
                        "java.time.LocalDateTime",
                        "java.time.LocalTime",
                        "java.time.ZonedDateTime",
                        "java.time.OffsetDateTime",
                        "java.time.Year",
                        "java.time.YearMonth");
        check(
                noClasses()
                        .that(not(excepted("own-clock.txt")))
                        .should()
                        .accessTargetWhere(
                                DescribedPredicate.describe(
                                        "reads the machine's clock",
                                        (JavaAccess<?> access) -> tellsTime(access, tellers))));
    }

    private static boolean tellsTime(JavaAccess<?> access, Set<String> tellers) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getTarget().getName();
        String signature = access.getTarget().getFullName();
        return tellers.contains(owner)
                        && name.equals("now")
                        && !signature.contains(Clock.class.getName())
                || owner.equals(Clock.class.getName())
                        && name.startsWith("system")
                        // A word of the launcher runs without Spring and makes its own clock.
                        && !access.getOriginOwner().getSimpleName().endsWith("Command")
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && signature.endsWith("<init>()")
                || owner.equals("java.util.Calendar") && name.equals("getInstance")
                || owner.equals("java.util.GregorianCalendar") && signature.endsWith("<init>()");
    }

    /// Mail and text messages, configured directories, the virus scanner, the database: nothing
    /// else ever leaves this machine.
    @Test
    void onlyMessagesAccountVaultAndDatabaseOpenConnectionsOutward() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "org.diogel.messages..",
                                "org.diogel.account..",
                                "org.diogel.vault..",
                                "org.diogel.database..")
                        .and(not(excepted("own-sockets.txt")))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                                "java.net.http..",
                                                "javax.net..",
                                                "java.rmi..",
                                                "javax.naming..",
                                                "jakarta.mail..",
                                                "org.springframework.mail..",
                                                "org.springframework.web.client..",
                                                "org.springframework.web.reactive..",
                                                "org.springframework.http.client..")
                                        .or(
                                                DescribedPredicate.describe(
                                                        "opens a connection",
                                                        c ->
                                                                Set.of(
                                                                                "java.net.Socket",
                                                                                "java.net.ServerSocket",
                                                                                "java.net.DatagramSocket",
                                                                                "java.net.InetAddress",
                                                                                "java.net.URL",
                                                                                "java.net.URLConnection",
                                                                                "java.nio.channels.SocketChannel",
                                                                                "java.nio.channels.AsynchronousSocketChannel",
                                                                                "java.sql.DriverManager")
                                                                        .contains(
                                                                                c
                                                                                        .getFullName())))));
    }

    @Test
    void nothingIsInjectedIntoAField() {
        fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.Resource")
                .check(CLASSES);
    }

    /// Not a law: most types of a feature should be nobody else's business.
    @Test
    void howManyTypesArePackagePrivateIsPrinted() {
        List<JavaClass> top =
                CLASSES.stream()
                        .filter(c ->
                                c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                        .toList();
        long hidden =
                top.stream()
                        .filter(c ->
                                !c.getModifiers()
                                        .contains(
                                                com.tngtech.archunit.core.domain.JavaModifier
                                                        .PUBLIC))
                        .count();
        System.out.printf(
                "%d of %d top-level types are package-private (%d %%)%n",
                hidden, top.size(), 100 * hidden / Math.max(1, top.size()));
        assertThat(top).isNotEmpty();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    /// ArchUnit's own predicate is of a supertype, so that a following `and` is the static one and
    /// silently forgets it.
    private static DescribedPredicate<JavaClass> annotated(Class<? extends Annotation> with) {
        return DescribedPredicate.describe(
                "annotated with @" + with.getSimpleName(), c -> c.isAnnotatedWith(with));
    }

    private static DescribedPredicate<JavaClass> excepted(String file) {
        var exceptions = Project.exceptions(file);
        return DescribedPredicate.describe(
                "excepted in " + file, c -> exceptions.containsKey(topLevel(c)));
    }

    private static String topLevel(JavaClass c) {
        String name = c.getFullName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }

    private static DescribedPredicate<JavaClass> arraysOfPrimitives() {
        return DescribedPredicate.describe(
                "primitive", c -> c.getBaseComponentType().isPrimitive());
    }
}
