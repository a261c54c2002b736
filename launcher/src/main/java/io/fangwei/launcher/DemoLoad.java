package io.fangwei.launcher;

import java.net.URI;
import java.nio.file.Path;

/** Fills an empty platform with the demo year, through its public interfaces only; found as a service of the JVM. */
public interface DemoLoad {

    /**
     * The running platform.
     *
     * @param gateway its public address
     * @param desk where demo tokens are handed out and the demo clock is moved
     * @param data where the load may note how far it is, so that a killed one goes on
     * @param console for progress
     */
    record Platform(URI gateway, URI desk, Path data, Console console) {}

    /** Runs after every start on a data folder that was made for the demo year; does nothing once that is loaded. */
    void load(Platform platform) throws Exception;
}
