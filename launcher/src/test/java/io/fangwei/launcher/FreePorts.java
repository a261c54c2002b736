package io.fangwei.launcher;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

/** Finds an offset at which all ports of the platform are free. */
final class FreePorts {

    private FreePorts() {}

    static int offset() {
        return IntStream.generate(() -> 1_000 + new Random().nextInt(370) * 100)
                .limit(100)
                .filter(FreePorts::areFree)
                .findFirst()
                .orElseThrow();
    }

    static Settings settings(Path data) {
        return new Settings(data, offset(), null, null, null, true, false, null, false);
    }

    private static boolean areFree(int offset) {
        try {
            Ports.refuseOccupied(new Settings(Path.of("nowhere"), offset, null, null, null, true, false, null, false));
            return true;
        } catch (StartRefused occupied) {
            return false;
        }
    }
}
