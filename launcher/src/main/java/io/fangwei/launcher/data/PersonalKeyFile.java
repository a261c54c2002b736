package io.fangwei.launcher.data;

import io.fangwei.kernel.personal.PersonalKeys;
import io.fangwei.launcher.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The keys for fields about persons: beside the data, for their owner alone, and in no backup of the data. */
public final class PersonalKeyFile {

    static final String NAME = "personal-keys.json";

    private final Path path;

    private PersonalKeyFile(Path path) {
        this.path = path;
    }

    public static PersonalKeyFile in(Path folder) {
        return new PersonalKeyFile(folder.resolve(NAME));
    }

    /** Makes them if there are none; answers whether it did. */
    public boolean ensure() {
        if (Files.exists(path)) {
            return false;
        }
        keep(PersonalKeys.fresh());
        return true;
    }

    /** Adds a key that writes from the next start on; those before it go on reading. */
    public PersonalKeys rotate() {
        var rotated = find().orElseThrow(() -> new StartRefused("没有密钥文件 · There is no file %s.".formatted(path)))
                .rotated();
        keep(rotated);
        return rotated;
    }

    public Optional<PersonalKeys> find() {
        return Files.exists(path) ? Optional.of(read(path)) : Optional.empty();
    }

    /** The keys in a file that somebody names. */
    public static PersonalKeys read(Path file) {
        try {
            return PersonalKeys.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new StartRefused(
                    "密钥文件无法读取 · %s holds no keys for fields about persons that can be read.".formatted(file),
                    unreadable);
        }
    }

    public void keep(PersonalKeys keys) {
        try {
            DurableFile.replacePrivate(path, keys.json());
        } catch (IOException unwritable) {
            throw new StartRefused("密钥文件无法写入 · The keys cannot be kept in %s.".formatted(path), unwritable);
        }
    }

    public Path path() {
        return path;
    }
}
