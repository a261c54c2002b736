package io.fangwei.kernel.testing;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** People of the platform for tests, and acting as one of them. */
public final class Callers {

    private Callers() {}

    public static Caller ofInsurer(String subject, UUID insurerId, Role... roles) {
        return new Caller(subject, Set.of(roles), insurerId, null, null, null, List.of());
    }

    public static Caller ofCompany(String subject, UUID companyId) {
        return new Caller(subject, Set.of(Role.ID), null, companyId, null, null, List.of());
    }

    public static Caller ofInstitution(String subject, UUID institutionId) {
        return new Caller(subject, Set.of(Role.SI), null, null, institutionId, null, List.of());
    }

    public static Caller professional(String subject, UUID professionalId) {
        return new Caller(subject, Set.of(Role.SP), null, null, null, professionalId, List.of());
    }

    public static Caller broker(String subject, UUID brokerId) {
        return new Caller(subject, Set.of(Role.BR), null, null, null, null, brokerId, List.of());
    }

    public static Caller ofArea(String subject, Role role, String... areas) {
        return new Caller(subject, Set.of(role), null, null, null, null, List.of(areas));
    }

    public static Caller administrator() {
        return new Caller("ad", Set.of(Role.AD), null, null, null, null, List.of());
    }

    public static Caller service() {
        return new Caller("visit-service", Set.of(Role.SV), null, null, null, null, List.of());
    }

    /** A command of its own each time. */
    public static <T> T act(Caller caller, Supplier<T> work) {
        return act(caller, UUID.randomUUID().toString(), "", work);
    }

    /** A command under a mark; the same mark again is a repeat. */
    public static <T> T act(Caller caller, String mark, String body, Supplier<T> work) {
        var role = caller.roles().stream().sorted().findFirst().orElse(Role.PU);
        return CurrentCommand.as(new Command(caller, role, mark, body, OptionalLong.empty()), work);
    }
}
