package io.fangwei.kernel.caller;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking: the subject of the token with its roles and the identities that narrow what it may see (D9).
 *
 * @param areas codes of GB/T 2260; a code that ends in 00 stands for all below it
 */
public record Caller(
        String subject,
        Set<Role> roles,
        @Nullable UUID insurerId,
        @Nullable UUID companyId,
        @Nullable UUID institutionId,
        @Nullable UUID professionalId,
        @Nullable UUID brokerId,
        List<String> areas) {

    public Caller {
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }

    /** Somebody who is no broker. */
    public Caller(
            String subject,
            Set<Role> roles,
            @Nullable UUID insurerId,
            @Nullable UUID companyId,
            @Nullable UUID institutionId,
            @Nullable UUID professionalId,
            List<String> areas) {
        this(subject, roles, insurerId, companyId, institutionId, professionalId, null, areas);
    }

    /** A part of the system that acts by itself: a watch, a reaction to an event. It sees everything. */
    public static Caller system(String name) {
        return new Caller("system:" + name, Set.of(Role.SV), null, null, null, null, List.of());
    }

    public boolean isSystem() {
        return subject.startsWith("system:");
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAnyOf(Role... wanted) {
        return Set.of(wanted).stream().anyMatch(roles::contains);
    }
}
