package io.fangwei.launcher.issuer;

import io.fangwei.kernel.store.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in to a demonstration. The keys are those of the business: licence number of the insurer, unified
 * social credit code of company and institution, staff number at the institution or else the insurer, licence number of
 * the broker.
 */
public record DemoUser(
        String username,
        String name,
        List<String> roles,
        @Nullable String insurerKey,
        @Nullable String companyKey,
        @Nullable String institutionKey,
        @Nullable String professionalKey,
        @Nullable String brokerKey,
        @Nullable List<String> areas) {

    /** What a token says of this user. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("roles", roles);
        put(claims, "insurerId", id("insurer", insurerKey));
        put(claims, "companyId", id("company", companyKey));
        put(claims, "institutionId", id("institution", institutionKey));
        put(claims, "professionalId", professionalId());
        put(claims, "brokerId", id("broker", brokerKey));
        put(claims, "areas", areas);
        return claims;
    }

    private @Nullable UUID professionalId() {
        var employer = institutionKey == null ? id("insurer", insurerKey) : id("institution", institutionKey);
        return professionalKey == null || employer == null ? null : Ids.of("professional", employer, professionalKey);
    }

    private static @Nullable UUID id(String kind, @Nullable String key) {
        return key == null ? null : Ids.of(kind, key);
    }

    private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value instanceof UUID id ? id.toString() : value);
        }
    }
}
