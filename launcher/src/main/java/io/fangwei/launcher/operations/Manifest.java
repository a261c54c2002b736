package io.fangwei.launcher.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param format of the file
 * @param taken when, in real time
 * @param boot of the machine on which it was taken
 * @param files everything in it, by name
 * @param personalKeys numbers of the keys without which its fields about persons cannot be read; they are not in it
 */
record Manifest(int format, String taken, String boot, Map<String, Content> files, List<String> personalKeys) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /** The databases, as their server writes them. */
    static final String DATABASES = "databases";

    /** Begins the name of a file of the data folder. */
    static final String FOLDER = "folder/";

    private static final JsonMapper JSON = JsonMapper.shared();

    record Content(long size, String sha256) {}

    Manifest {
        files = new TreeMap<>(files);
        personalKeys = List.copyOf(Objects.requireNonNullElse(personalKeys, List.of()));
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
