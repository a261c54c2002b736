package io.fangwei.launcher;

import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.FolderContent;
import io.fangwei.launcher.operations.Backup;
import io.fangwei.launcher.operations.LauncherAtWork;
import io.fangwei.localmongo.LocalMongo;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Backs up an installation, whether it is at work or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes everything that must not be lost into one new file, also while the platform is running."
                + "%n把不可丢失的全部数据备份到一个新文件；平台运行时也可以备份。")
final class BackupCommand extends Operation {

    @Parameters(paramLabel = "FILE", description = "A file that does not exist yet. 尚不存在的文件。")
    private Path file = Path.of("");

    @Override
    void carryOut(Path data, Console console) {
        if (!DataFolder.visit(data, folder -> alone(folder, console))) {
            LauncherAtWork.in(data).to(file, console::line);
        }
    }

    private void alone(FolderContent folder, Console console) {
        try (var mongo = LocalMongo.open(folder.databases(), 0)) {
            new Backup(folder, mongo::backup, Clock.systemUTC(), console::line).to(file);
        }
    }
}
