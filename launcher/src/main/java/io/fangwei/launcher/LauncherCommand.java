package io.fangwei.launcher;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What people may ask of the launcher. */
@Command(
        name = "launcher",
        mixinStandardHelpOptions = true,
        subcommands = {
            BackupCommand.class,
            RestoreCommand.class,
            ExportCommand.class,
            SalvageCommand.class,
            RotateKeysCommand.class
        },
        description = "Starts the whole platform in one process, or does something with its data.%n启动整个防微平台，或处理其数据。",
        commandListHeading = "%nCommands · 命令:%n",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  FANGWEI_MONGODB_URI, FANGWEI_KAFKA, FANGWEI_ISSUER",
            "                        use these instead of the embedded parts",
            "  FANGWEI_DATA          the data folder, unless --data is given",
            "  FANGWEI_PORT_OFFSET   is added to every port"
        })
final class LauncherCommand implements Callable<Integer> {

    @Option(names = "--demo-clock", description = "Business time comes from a clock that may be moved: /demo/clock.")
    private boolean demoClock;

    @Option(names = "--no-demo", description = "Do not load the demo year into an empty data folder.")
    private boolean noDemo;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The data folder; ./data if nothing else is said. 数据目录。")
    private @Nullable Path data;

    @Option(
            names = "--clock-start",
            paramLabel = "TIME",
            description = "Where the demo clock of an empty data folder begins to stand, for example"
                    + " 2025-01-02T09:00+08:00; otherwise at the beginning of the demo year, or now with --no-demo.")
    private @Nullable OffsetDateTime clockStart;

    @Option(
            names = "--rebuild-topics",
            description =
                    "Delete the topics, whatever they hold, and rebuild them from the journals before anything starts."
                            + "%n先删除主题，再依日志重建。")
    private boolean rebuildTopics;

    @Override
    public Integer call() {
        var console = new Console(System.out, System.err);
        try {
            return start(Settings.of(System.getenv(), data, demoClock, !noDemo, clockStart, rebuildTopics), console);
        } catch (StartRefused refused) {
            console.refuse(String.valueOf(refused.getMessage()));
            return 1;
        }
    }

    /** The folder that is meant. */
    Path data() {
        return Settings.data(System.getenv(), data);
    }

    private static int start(Settings settings, Console console) {
        var launcher = new Launcher(settings, console);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::close, "stop"));
        try {
            launcher.start(ServiceLoader.load(DemoLoad.class));
        } catch (StartRefused refused) {
            if (!launcher.isStopping()) {
                throw refused;
            }
        }
        return 0;
    }
}
