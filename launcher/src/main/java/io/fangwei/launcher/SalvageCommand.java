package io.fangwei.launcher;

import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.FolderContent;
import io.fangwei.localmongo.Salvage;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves what is whole in a damaged installation. */
@Command(
        name = "salvage",
        mixinStandardHelpOptions = true,
        description =
                "Copies what is whole in a damaged data folder into a new one and says what that is; the damaged one"
                        + " stays as it is.%n把损坏的数据目录中完好的部分复制到新目录，并说明复制了什么。")
final class SalvageCommand extends Operation {

    @Parameters(index = "0", paramLabel = "DIR", description = "The damaged data folder. 损坏的数据目录。")
    private Path damaged = Path.of("");

    @Parameters(index = "1", paramLabel = "NEWDIR", description = "An empty folder, or none yet. 新的空目录。")
    private Path fresh = Path.of("");

    @Override
    void carryOut(Path data, Console console) {
        if (!DataFolder.visit(damaged, folder -> salvage(folder, console))) {
            throw new StartRefused("请先停止平台 · The platform is running in %s; stop it first.".formatted(damaged));
        }
    }

    private void salvage(FolderContent folder, Console console) {
        DataFolder.fill(fresh, path -> {
            var report = Salvage.copy(folder.databases(), new FolderContent(path).databases());
            folder.copySmallTo(path);
            report.lines().forEach(console::line);
        });
        console.line("已复制到新目录 · salvaged into %s; the next start rebuilds the topics.".formatted(fresh));
    }
}
