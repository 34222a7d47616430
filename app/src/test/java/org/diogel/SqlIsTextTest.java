package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// SQL is written down, never put together: whatever reaches the database as a statement is a
/// literal, a text block or a constant. Values travel as parameters. The compiler itself says what
/// is called and what is constant.
class SqlIsTextTest {

    /// Types whose methods take a statement as their first argument.
    private static final Map<String, Set<String>> SPEAKERS =
            Map.of(
                    "java.sql.Statement",
                    Set.of(
                            "execute",
                            "executeQuery",
                            "executeUpdate",
                            "executeLargeUpdate",
                            "addBatch"),
                    "java.sql.Connection",
                    Set.of("prepareStatement", "prepareCall", "nativeSQL"),
                    "org.springframework.jdbc.core.simple.JdbcClient",
                    Set.of("sql"),
                    "org.springframework.jdbc.core.JdbcOperations",
                    Set.of(),
                    "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
                    Set.of(),
                    "org.springframework.jdbc.core.PreparedStatementCreatorFactory",
                    Set.of(),
                    "org.postgresql.copy.CopyManager",
                    Set.of());

    private static final List<String> SCHEMAS =
            List.of(
                    "context",
                    "audit",
                    "access",
                    "account",
                    "consent",
                    "messages",
                    "protocol",
                    "report",
                    "alert",
                    "liaison",
                    "safeguarding",
                    "platform");

    @Test
    void noStatementIsBuiltFromStrings() throws IOException {
        Map<String, String> excepted = Project.exceptions("sql-not-text.txt");
        Set<String> used = new TreeSet<>();
        List<String> built = new ArrayList<>();
        int statements = 0;
        for (Found found : statements()) {
            statements++;
            if (excepted.containsKey(found.where())) {
                used.add(found.where());
            } else if (!found.constant()) {
                built.add(found.where() + " line " + found.line());
            }
        }
        assertThat(statements).as("statements looked at").isGreaterThan(10);
        assertThat(built).as("SQL built from strings").isEmpty();
        assertThat(excepted.keySet()).as("exceptions nobody needs any more").isEqualTo(used);
    }

    @Test
    void aStoreTouchesOnlyItsOwnTables() {
        Pattern table =
                Pattern.compile(
                        "(?i)\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|USING)\\s+(?:ONLY\\s+)?("
                                + String.join("|", SCHEMAS)
                                + ")\\.([a-z_]+)");
        Map<String, String> excepted = Project.exceptions("others-tables.txt");
        Set<String> used = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : Project.files("app/src/main/java", ".java")) {
            String feature = file.getParent().getFileName().toString();
            Matcher names = table.matcher(Project.text(file));
            while (names.find()) {
                String schema = names.group(1).toLowerCase(Locale.ROOT);
                if (!owns(feature, schema)) {
                    String where = feature + " " + schema + "." + names.group(2);
                    if (excepted.containsKey(where)) {
                        used.add(where);
                    } else {
                        wrong.add(Project.name(file) + " reads " + schema + "." + names.group(2));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(excepted.keySet()).as("exceptions nobody needs any more").isEqualTo(used);
    }

    private static boolean owns(String feature, String schema) {
        return schema.equals(feature) || feature.equals("database") && schema.equals("context");
    }

    /// Migrations too: a function that puts a statement together can be made to run another one.
    @Test
    void noMigrationBuildsAStatement() {
        Pattern dynamic = Pattern.compile("(?i)\\bEXECUTE\\s+(?!ON\\b|FUNCTION\\b|PROCEDURE\\b)");
        List<String> wrong = new ArrayList<>();
        for (Path file : Project.files("app/src/main/resources/db/migration", ".sql")) {
            String code = Project.text(file).replaceAll("--[^\n]*", "");
            if (dynamic.matcher(code).find()) {
                wrong.add(Project.name(file));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private record Found(String where, long line, boolean constant) {}

    private static List<Found> statements() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<Found> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (var files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    problem -> {
                                        if (problem.getKind()
                                                == javax.tools.Diagnostic.Kind.ERROR) {
                                            problems.add(problem.toString());
                                        }
                                    },
                                    List.of(
                                            "-proc:none",
                                            "-cp",
                                            System.getProperty("java.class.path")),
                                    null,
                                    files.getJavaFileObjectsFromPaths(
                                            Project.files("app/src/main/java", ".java").stream()
                                                    .filter(f -> !f.endsWith("package-info.java"))
                                                    .toList()));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            assertThat(problems).as("the sources compile").isEmpty();
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : units) {
                new Scanner(task, trees, unit, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final JavacTask task;
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<Found> found;

        Scanner(JavacTask task, Trees trees, CompilationUnitTree unit, List<Found> found) {
            this.task = task;
            this.trees = trees;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (takesStatement(trees.getElement(getCurrentPath()))) {
                note(call, isConstant(call.getArguments().getFirst()));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            if (takesStatement(trees.getElement(getCurrentPath()))) {
                note(reference, false);
            }
            return super.visitMemberReference(reference, nothing);
        }

        private void note(Tree tree, boolean constant) {
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            Path file = Path.of(unit.getSourceFile().toUri());
            found.add(
                    new Found(
                            file.getParent().getFileName()
                                    + "/"
                                    + file.getFileName().toString().replace(".java", ""),
                            unit.getLineMap().getLineNumber(start),
                            constant));
        }

        private boolean takesStatement(Element element) {
            if (!(element instanceof ExecutableElement method)
                    || method.getParameters().isEmpty()
                    || !method.getParameters()
                            .getFirst()
                            .asType()
                            .toString()
                            .endsWith("java.lang.String")
                    || !(method.getEnclosingElement() instanceof TypeElement owner)) {
                return false;
            }
            String name = method.getSimpleName().toString();
            for (var speaker : SPEAKERS.entrySet()) {
                TypeElement type = task.getElements().getTypeElement(speaker.getKey());
                if (type != null
                        && (speaker.getValue().isEmpty() || speaker.getValue().contains(name))
                        && task.getTypes()
                                .isSubtype(
                                        task.getTypes().erasure(owner.asType()),
                                        task.getTypes().erasure(type.asType()))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isConstant(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree _ -> true;
                case ParenthesizedTree p -> isConstant(p.getExpression());
                case BinaryTree b ->
                        isConstant(b.getLeftOperand()) && isConstant(b.getRightOperand());
                case ConditionalExpressionTree c ->
                        isConstant(c.getTrueExpression()) && isConstant(c.getFalseExpression());
                default ->
                        trees.getElement(new TreePath(getCurrentPath(), expression))
                                        instanceof VariableElement variable
                                && variable.getConstantValue() != null;
            };
        }
    }
}
