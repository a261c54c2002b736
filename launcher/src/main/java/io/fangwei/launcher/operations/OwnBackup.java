package io.fangwei.launcher.operations;

import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.data.FolderContent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Backs up the installation of this very launcher, once there is one and unless its demo year is being loaded. */
public final class OwnBackup implements LiveBackup {

    private final FolderContent folder;
    private volatile @Nullable Databases databases;
    private volatile boolean loading;

    public OwnBackup(FolderContent folder) {
        this.folder = folder;
    }

    /** The databases are there. */
    public void serve(Databases open) {
        databases = open;
    }

    /** While a load notes how far it is, a copy of its note and one of the databases would not be of the same moment. */
    public void loading(boolean now) {
        loading = now;
    }

    @Override
    public void to(Path file, Consumer<String> console) {
        var open = databases;
        if (open == null) {
            throw new StartRefused("数据库尚未启动或不在本机 · The databases are not up yet, or are elsewhere: then back them up"
                    + " with their own tools.");
        }
        if (loading) {
            throw new StartRefused("演示年份正在装载，请稍后再备份 · The demo year is being loaded; back up when that is done.");
        }
        new Backup(folder, open, Clock.systemUTC(), console).to(file);
    }
}
