package org.diogel;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diogel.database.DatabaseRefusal;
import org.diogel.kernel.SettingRefused;
import org.diogel.vault.KeyRing;
import org.diogel.vault.KeysCommand;
import org.diogel.vault.KeysPlace;
import org.diogel.vault.KeysRefused;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/// Where every word of the launcher begins. Exit 0 done, 2 unusable words or input, 3 found unsafe,
/// 4 impossible as asked.
public final class Diogel {
    private static final String WHICH_DATA =
            "Say where the data is kept: --data DIR, or set DIOGEL_DATA.";

    private final Map<String, String> environment;

    private Diogel(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        logToStandardError();
        var status = status(args);
        if (status.isPresent()) {
            System.exit(status.get());
        }
    }

    /// Empty while the server runs.
    private static Optional<Integer> status(String[] args) {
        try {
            var word = args.length == 0 ? Optional.<Word>empty() : Word.find(args[0]);
            return new Diogel(System.getenv())
                    .run(
                            word.orElseThrow(() -> Refused.words("No such word; see ./diogel help.")),
                            Arrays.asList(args).subList(1, args.length));
        } catch (Exception e) {
            return Optional.of(explain(e));
        }
    }

    private Optional<Integer> run(Word word, List<String> said) throws Exception {
        return switch (word) {
            case DEMO, DEV -> {
                demo(word, said);
                yield Optional.empty();
            }
            case SERVE -> {
                serve(said);
                yield Optional.empty();
            }
            case KEYS -> Optional.of(keys(said));
            case INVITE -> Optional.of(invite(said));
            case BACKUP -> Optional.of(backups().backup(said));
            case RESTORE -> Optional.of(backups().restore(said));
            case VERIFY_BACKUP -> Optional.of(backups().verify(said));
            case LEDGER -> Optional.of(new LedgerWord(environment, home(), System.out).run(said));
        };
    }

    private void demo(Word word, List<String> said) {
        var words = Words.parse(said, Set.of("--port", "--data"), Set.of("--reset"), 0);
        var usual = home().resolve(word == Word.DEV ? "dev" : "demo");
        var port = words.port().map(Ports::asked).orElseGet(Ports::usual);
        var folder =
                new DemoFolder(words.value("--data").map(Path::of).orElse(usual))
                        .prepare(words.has("--reset"));
        var keys = folder.ring(Clock.systemUTC());
        new Serving("demo", folder.folder(), environment)
                .set("diogel.keys", keys.toString())
                .set("diogel.address", address(port))
                .set("diogel.brand.demonstration", "true")
                .set("server.address", "127.0.0.1")
                .set("server.port", Integer.toString(port))
                .start(KeyRing.load(keys, true), Clock.systemUTC());
    }

    private String address(int port) {
        return environment.getOrDefault("DIOGEL_ADDRESS", "http://localhost:" + port);
    }

    private void serve(List<String> said) {
        var words = Words.parse(said, Set.of("--port", "--data"), Set.of(), 0);
        var data =
                words.data(environment)
                        .orElseThrow(() -> Refused.words(WHICH_DATA));
        if (new DemoFolder(data).isMarked()) {
            throw Refused.impossible(
                    data + " is a demonstration's; serve real data from a folder of its own.");
        }
        var ring = KeyRing.load(KeysPlace.find(Optional.empty(), environment), false);
        var serving = new Serving("serve", data, environment);
        words.port()
                .map(Ports::asked)
                .ifPresent(port -> serving.set("server.port", Integer.toString(port)));
        serving.start(ring, Clock.systemUTC());
    }

    private int keys(List<String> said) {
        var words = Words.parse(said, Set.of("--keys", "--data"), Set.of(), 1);
        var job =
                words.plain().stream()
                        .flatMap(asked -> KeysCommand.Job.find(asked).stream())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refused.words(
                                                "Say which: ./diogel keys init, rotate or check."));
        return new KeysCommand(environment, Clock.systemUTC())
                .run(job, words.value("--keys"), words.data(environment));
    }

    private int invite(List<String> said) throws Exception {
        var words =
                Words.parse(
                        said,
                        Set.of("--data", "--administrator", "--agency", "--email"),
                        Set.of(),
                        0);
        var data = words.data(environment).orElseThrow(() -> Refused.words(WHICH_DATA));
        if (!new DemoFolder(data).isMarked()) {
            KeyRing.load(KeysPlace.find(Optional.empty(), environment), false);
        }
        return new InviteWord(environment).run(data, words);
    }

    private BackupWords backups() {
        return new BackupWords(environment, home(), Clock.systemUTC(), System.out);
    }

    /// The repository's own folder for what it makes; the launcher says where the repository is.
    private static Path home() {
        return Path.of(System.getProperty("diogel.home", ".")).resolve(".diogel");
    }

    private static int explain(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                System.err.println(refused.getMessage());
                return refused.exit();
            }
            if (cause instanceof KeysRefused refused) {
                System.err.println(refused.getMessage());
                return 2;
            }
            if (cause instanceof SettingRefused refused) {
                System.err.println(refused.getMessage());
                return 2;
            }
            if (cause instanceof DatabaseRefusal refusal) {
                System.err.println(refusal.getMessage());
                return refusal.exit();
            }
        }
        // Spring has already written down what happened while it was starting.
        if (!(failure instanceof NestedRuntimeException)) {
            LoggerFactory.getLogger(Diogel.class).error("Diogel did not start", failure);
        }
        System.err.println(reason(failure));
        return 4;
    }

    /// The log holds no messages, for those of others may quote anything. One that a class of ours
    /// raised is a sentence of ours.
    static String reason(Throwable failure) {
        var root = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        var raised = root.getStackTrace();
        var ours = raised.length > 0 && raised[0].getClassName().startsWith("org.diogel.");
        return ours && root.getMessage() != null
                ? "Diogel did not start: " + root.getMessage()
                : "Diogel did not start; the lines above name what was raised ("
                        + root.getClass().getSimpleName()
                        + ") and where.";
    }

    /// Standard output is for results. Spring sets its own logging up later, from the same file, and
    /// warns when it still finds the setting.
    private static void logToStandardError() {
        System.setProperty("logback.configurationFile", "logback-spring.xml");
        LoggerFactory.getLogger(Diogel.class);
        System.clearProperty("logback.configurationFile");
    }
}
