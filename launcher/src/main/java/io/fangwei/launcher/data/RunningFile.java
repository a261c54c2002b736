package io.fangwei.launcher.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the launcher that is at work in a data folder can be asked for something, and the secret that shows that whoever
 * asks may read the folder. Made anew at each start.
 */
public record RunningFile(URI address, String secret) {

    static final String FOLDER = "operations";

    private static final String NAME = "running.json";
    private static final int SECRET_BYTES = 24;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Says in the folder where this launcher will listen. */
    public static RunningFile write(Path data, URI address) throws IOException {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var running = new RunningFile(address, HexFormat.of().formatHex(secret));
        var folder = DurableFile.privateFolder(data.resolve(FOLDER));
        DurableFile.replace(folder.resolve(NAME), JSON.writeValueAsString(running));
        return running;
    }

    /** What the launcher at work has said. */
    public static RunningFile read(Path data) throws IOException {
        try {
            return JSON.readValue(Files.readString(data.resolve(FOLDER).resolve(NAME)), RunningFile.class);
        } catch (JacksonException damaged) {
            throw new IOException(damaged);
        }
    }
}
