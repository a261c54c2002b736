package io.fangwei.kernel.caller;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The command that is being carried out: by whom, and under which mark, so that a repeat can be told from a second one
 * (D11).
 */
public final class Command {

    private final Caller caller;
    private Role role;
    private final String mark;
    private String body;
    private final OptionalLong expectedVersion;
    private boolean replayed;

    /**
     * @param role in which the caller acts
     * @param mark hash of caller, method, path and key, or the event's id where the command reacts to one
     * @param body hash of what was asked
     */
    public Command(Caller caller, Role role, String mark, String body, OptionalLong expectedVersion) {
        this.caller = caller;
        this.role = role;
        this.mark = mark;
        this.body = body;
        this.expectedVersion = expectedVersion;
    }

    /** What the system does by itself, once for each cause. */
    public static Command ofSystem(String name, String cause) {
        return new Command(Caller.system(name), Role.SV, cause, "", OptionalLong.empty());
    }

    /** The id of the thing that this command adds; the same for every repeat. */
    public UUID derivedId(String what) {
        return UUID.nameUUIDFromBytes((what + ':' + mark).getBytes(StandardCharsets.UTF_8));
    }

    public Caller caller() {
        return caller;
    }

    public Role role() {
        return role;
    }

    /** Says in which of the caller's roles the command is carried out. */
    public void actAs(Role acting) {
        role = acting;
    }

    public String mark() {
        return mark;
    }

    public String body() {
        return body;
    }

    /** Says what was asked, where the body was a file that had to be read first. */
    public void wasBody(String hash) {
        body = hash;
    }

    /** The version that the caller has seen and wants to edit. */
    public OptionalLong expectedVersion() {
        return expectedVersion;
    }

    /** Remembers that this command had been carried out before. */
    public void replay() {
        replayed = true;
    }

    public boolean isReplayed() {
        return replayed;
    }
}
