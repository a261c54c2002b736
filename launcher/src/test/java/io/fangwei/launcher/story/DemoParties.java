package io.fangwei.launcher.story;

import static java.util.stream.Collectors.toMap;

import io.fangwei.kernel.caller.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parties of whom the demo users are the people. */
public final class DemoParties {

    static final String AREA = "510106";
    static final String OFFICER = "ic.huaxi";

    private static final Map<Role, String> USERS = Map.of(
            Role.AD, "ad",
            Role.IM, "im.huaxi",
            Role.IS, "is.huaxi",
            Role.IC, OFFICER,
            Role.ID, "id.jinniu",
            Role.SI, "si.anping",
            Role.EA, "ea.chengdu",
            Role.CP, "cp.city",
            Role.AS, "as.third");

    private DemoParties() {}

    static Parties of(TestPlatform platform) {
        return of(platform::tokenOf);
    }

    /** @param tokens of the demo users by their names */
    public static Parties of(UnaryOperator<String> tokens) {
        var users = users();
        var staff = List.of("sp.anping1", "sp.anping2", "sp.anping3");
        return new Parties(
                users.get("im.huaxi").get("insurerKey").asString(),
                users.get("id.jinniu").get("companyKey").asString(),
                users.get("si.anping").get("institutionKey").asString(),
                AREA,
                staff.stream()
                        .map(user -> users.get(user).get("professionalKey").asString())
                        .toList(),
                (role, number) -> tokens.apply(role == Role.SP ? staff.get(number) : USERS.get(role)));
    }

    private static Map<String, JsonNode> users() {
        try (var json = DemoParties.class.getResourceAsStream("/demo/users.json")) {
            return new JsonMapper()
                    .readTree(json)
                    .valueStream()
                    .collect(toMap(user -> user.get("username").asString(), user -> user));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
