package io.fangwei.launcher;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.FolderContent;
import io.fangwei.launcher.operations.Export;
import io.fangwei.localmongo.LocalMongo;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moves an installation to a MongoDB of its own. */
@Command(
        name = "export-to",
        mixinStandardHelpOptions = true,
        description =
                "Copies all databases of a platform that is stopped, with their indexes, to a MongoDB that does not"
                        + " have them yet, and compares both sides by counts and hashes."
                        + "%n平台停止后，把全部数据库连同索引复制到一个 MongoDB，并核对数量与哈希。")
final class ExportCommand extends Operation {

    @Parameters(paramLabel = "URI", description = "For example mongodb://db1,db2,db3/?replicaSet=rs0")
    private String uri = "";

    @Override
    void carryOut(Path data, Console console) {
        var target = target();
        if (!DataFolder.visit(data, folder -> export(folder, target, console))) {
            throw new StartRefused("请先停止平台 · The platform is running in %s; stop it first.".formatted(data));
        }
    }

    private ConnectionString target() {
        try {
            return new ConnectionString(
                    new MongoAddress(uri).patientForTwoSeconds().uri());
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused("地址无效 · That is no address of a MongoDB: " + wrong.getMessage(), wrong);
        }
    }

    private void export(FolderContent folder, ConnectionString target, Console console) {
        try (var mongo = LocalMongo.open(folder.databases(), 0);
                var from = MongoClients.create(mongo.connectionString());
                var to = MongoClients.create(target)) {
            new Export(from, to, console::line).run();
        }
        folder.movedTo(String.join(",", target.getHosts()));
        console.line("");
        console.line("两边一致。今后请这样启动 · Both sides are the same. From now on start with:");
        console.line("  FANGWEI_MONGODB_URI='%s'".formatted(withoutPassword()));
    }

    private String withoutPassword() {
        return uri.replaceAll("(?<=://)([^:@/]+):[^@/]*@", "$1:***@");
    }
}
