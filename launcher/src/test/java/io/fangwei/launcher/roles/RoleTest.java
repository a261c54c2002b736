package io.fangwei.launcher.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.launcher.roles.Verdict.Cell;
import io.fangwei.launcher.story.Answer;
import io.fangwei.launcher.story.Api;
import io.fangwei.launcher.story.TestPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every role of requirements section 6 on every endpoint, with its own data and with that of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoleTest {

    private static final String NO_TOKEN = "none";

    /** What the others have, and by what path its owner reads it. */
    private static final Map<String, String> UNTOUCHED = Map.of(
            "insurer", "/api/policy/v1/insurers/",
            "company", "/api/policy/v1/companies/",
            "policy", "/api/policy/v1/policies/",
            "draft", "/api/policy/v1/policies/",
            "pool", "/api/policy/v1/budget-pools/",
            "group", "/api/team/v1/groups/",
            "plan", "/api/visit/v1/plans/",
            "visit", "/api/visit/v1/visits/",
            "hazard", "/api/visit/v1/hazards/",
            "complaint", "/api/complaint/v1/complaints/");

    private final TestPlatform platform = TestPlatform.get();
    private final Api api = platform.gateway();
    private final VerdictTable table = VerdictTable.read();
    private final Map<String, Request> requests = Request.readAll();
    private final RoleWorld own = new RoleWorld(
                    platform,
                    "a",
                    "510104",
                    Map.of("SR", "SELF_REGULATION", "EA", "EMERGENCY_AUTHORITY", "FR", "FINANCIAL_REGULATOR"))
            .fill();
    private final RoleWorld foreign =
            new RoleWorld(platform, "b", "510703", Map.of("EA", "EMERGENCY_AUTHORITY")).fill();
    private final Map<String, Answer> before = theirs();

    Stream<String> endpoints() {
        return table.lines().keySet().stream();
    }

    @Test
    @Order(1)
    void the_table_knows_every_endpoint_of_the_running_applications_and_no_other() {
        assertThat(table.lines().keySet())
                .containsExactlyInAnyOrderElementsOf(Endpoints.of(platform.applications()))
                .containsExactlyInAnyOrderElementsOf(requests.keySet());
        assertThat(table.roles())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(Role.values()).map(Enum::name), Stream.of(NO_TOKEN))
                                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    @Order(2)
    @Requirement({"CD-5.1.4e", "CD-5.3.2d", "CD-7.3", "CD-8c"})
    void every_role_gets_what_the_table_grants_it(String endpoint) {
        var request = Objects.requireNonNull(requests.get(endpoint), endpoint);
        var wanted = table.of(endpoint);

        var seen = new LinkedHashMap<String, Cell>();
        wanted.forEach((role, cell) -> seen.put(role, tried(endpoint, request, role, cell)));

        assertThat(seen).isEqualTo(wanted);
    }

    @Test
    @Order(3)
    void whatever_was_tried_on_the_data_of_others_changed_nothing() {
        platform.settle();

        theirs().forEach((what, now) -> {
            var then = Objects.requireNonNull(before.get(what));
            assertThat(now.body()).as(what).isEqualTo(then.body());
            assertThat(now.header("ETag")).as(what).isPresent().isEqualTo(then.header("ETag"));
        });
    }

    /** First the data of others, which must not change, then the caller's own, which may. */
    private Cell tried(String endpoint, Request request, String role, Cell wanted) {
        var token = token(role);
        var onForeign = wanted.foreign().equals(Verdict.NO_CASE)
                ? Verdict.NO_CASE
                : request.verdict(api, endpoint, token, foreign.instances().as(role));
        return new Cell(request.verdict(api, endpoint, token, own.instances().as(role)), onForeign);
    }

    private @Nullable String token(String role) {
        return role.equals(NO_TOKEN) ? null : own.token(Role.valueOf(role));
    }

    private Map<String, Answer> theirs() {
        var answers = new LinkedHashMap<String, Answer>();
        var instances = foreign.instances();
        for (var what : List.copyOf(UNTOUCHED.keySet())) {
            answers.put(
                    what,
                    api.get(foreign.token(Role.IM), UNTOUCHED.get(what) + instances.id(what))
                            .ok());
        }
        return answers;
    }
}
