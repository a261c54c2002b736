package io.fangwei.launcher.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells one boot of the machine from another, where the system offers that. */
final class BootId {

    static final String UNKNOWN = "unknown";

    private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");

    private BootId() {}

    static String ofThisBoot() {
        try {
            return Files.readString(LINUX).strip();
        } catch (IOException elsewhere) {
            return UNKNOWN;
        }
    }
}
