package io.fangwei.launcher;

import io.fangwei.launcher.operations.Restore;
import io.fangwei.localmongo.LocalMongo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an installation of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Fills the empty folder given by --data with what a backup holds. The next start begins a new epoch:"
                        + " the topics are rebuilt from the journals."
                        + "%n把备份恢复到 --data 指定的空目录；下次启动时依日志重建主题。")
final class RestoreCommand extends Operation {

    @Parameters(paramLabel = "FILE", description = "A file that backup has written. 备份文件。")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "A copy of personal-keys.json, which no backup holds. 个人信息的密钥文件（不在备份中）。")
    private @Nullable Path keys;

    @Override
    void carryOut(Path data, Console console) {
        new Restore(LocalMongo::restore, console::line).of(file, data, keys);
    }
}
