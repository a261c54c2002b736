package io.fangwei.kernel.personal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys for fields about persons come from: a file or, where secrets come by the environment, the keyset itself.
 */
@ConfigurationProperties("fangwei.personal")
public record PersonalSettings(
        @Nullable Path keysetFile, @Nullable String keyset) {

    /** Refuses to go on without keys: fields about persons are never stored in plain text. */
    public PersonalKeys keys() {
        if (keyset != null && !keyset.isBlank()) {
            return PersonalKeys.read(keyset);
        }
        if (keysetFile == null || keysetFile.toString().isBlank()) {
            throw new KeysLost("未指定个人信息的密钥 · No keys for fields about persons: fangwei.personal.keyset-file must name"
                    + " their file, or fangwei.personal.keyset hold them.");
        }
        try {
            return PersonalKeys.read(Files.readString(keysetFile));
        } catch (IOException unreadable) {
            throw new KeysLost("个人信息的密钥无法读取 · The keys for fields about persons cannot be read from %s (%s)."
                    .formatted(keysetFile, unreadable.getClass().getSimpleName()));
        }
    }

    /** As people are told. */
    public String where() {
        return keyset != null && !keyset.isBlank() ? "fangwei.personal.keyset" : String.valueOf(keysetFile);
    }

    @Override
    public String toString() {
        return "PersonalSettings[" + where() + "]";
    }
}
