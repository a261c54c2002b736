package io.fangwei.launcher;

import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.PersonalKeyFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Gives fields about persons a new key. */
@Command(
        name = "rotate-keys",
        mixinStandardHelpOptions = true,
        description =
                "Adds a new key for fields about persons, by which they are written from the next start on; what older"
                        + " keys have written stays readable.%n为个人信息字段更换密钥；旧密钥加密的内容仍可读取。")
final class RotateKeysCommand extends Operation {

    @Override
    void carryOut(Path data, Console console) {
        if (!DataFolder.visit(data, folder -> rotate(PersonalKeyFile.in(folder.path()), console))) {
            throw new StartRefused("请先停止平台 · The platform is running in %s; stop it first.".formatted(data));
        }
    }

    private static void rotate(PersonalKeyFile file, Console console) {
        var keys = file.rotate();
        console.line("已更换密钥 · the new key is %s, of %d in %s. Keep a copy of the file apart from the backups."
                .formatted(keys.primary(), keys.numbers().size(), file.path()));
    }
}
