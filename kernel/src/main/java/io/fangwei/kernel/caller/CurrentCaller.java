package io.fangwei.kernel.caller;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The caller of this thread: of the command under way, or of the token. */
public final class CurrentCaller {

    private CurrentCaller() {}

    public static Caller get() {
        return CurrentCommand.find()
                .map(Command::caller)
                .or(CurrentCaller::ofToken)
                .orElseThrow(() -> new IllegalStateException("Nothing is read without a caller"));
    }

    /** The caller that the token of the request names. */
    public static Optional<Caller> ofToken() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    static Caller of(Jwt token) {
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), ""),
                roles(token),
                id(token, "insurerId"),
                id(token, "companyId"),
                id(token, "institutionId"),
                id(token, "professionalId"),
                id(token, "brokerId"),
                texts(token, "areas").toList());
    }

    private static Set<Role> roles(Jwt token) {
        var known = Stream.of(Role.values()).map(Role::name).collect(Collectors.toSet());
        return texts(token, "roles")
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(known::contains)
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    private static @Nullable UUID id(Jwt token, String claim) {
        var value = token.getClaimAsString(claim);
        try {
            return value == null || value.isBlank() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Stream<String> texts(Jwt token, String claim) {
        return token.getClaim(claim) instanceof Collection<?> values
                ? values.stream().map(String::valueOf)
                : List.<String>of().stream();
    }
}
