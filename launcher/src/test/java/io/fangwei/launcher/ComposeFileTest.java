package io.fangwei.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Ids;
import io.fangwei.launcher.broker.Topics;
import io.fangwei.launcher.issuer.Clients;
import io.fangwei.launcher.issuer.DemoUser;
import io.fangwei.launcher.issuer.DemoUsers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No Docker engine runs where this is built, so the file for Docker is held against the code. */
class ComposeFileTest {

    private static final Path ROOT = Path.of(System.getProperty("fangwei.root", ".."));
    private static final Map<String, Map<String, Object>> SERVICES = services();
    private static final JsonNode REALM = realm();

    @Test
    void every_part_stands_on_the_port_at_which_the_services_look_for_it() {
        assertThat(ports("mongodb")).containsExactly("127.0.0.1:27018:27018");
        assertThat(ports("kafka")).containsExactly("127.0.0.1:19092:19092");
        assertThat(ports("keycloak")).containsExactly("127.0.0.1:9000:9000");
        assertThat(ours("spring.mongodb.uri")).contains("mongodb://127.0.0.1:27018");
        assertThat(ours("spring.kafka.bootstrap-servers")).contains("127.0.0.1:19092");
        assertThat(ours("fangwei.issuer")).contains("http://127.0.0.1:9000");
    }

    @Test
    void nothing_listens_to_other_machines() {
        var all = SERVICES.keySet().stream().flatMap(service -> ports(service).stream());

        assertThat(all).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void the_addresses_that_the_parts_announce_are_those_that_clients_reach() {
        assertThat(environment("kafka", "KAFKA_ADVERTISED_LISTENERS")).contains("CLIENTS://127.0.0.1:19092");
        assertThat(environment("keycloak", "KC_HOSTNAME")).isEqualTo("http://127.0.0.1:9000");
        assertThat(String.valueOf(SERVICES.get("mongodb-replica-set").get("command")))
                .contains("host: \"127.0.0.1:27018\"");
    }

    @Test
    void the_topics_are_those_of_the_services() {
        var created = Stream.of(environment("kafka-topics", "TOPICS").split(" "))
                .flatMap(topic -> Stream.of(topic, topic + ".dlt"));

        assertThat(created).containsExactlyInAnyOrderElementsOf(Topics.names());
    }

    @Test
    void the_realm_knows_exactly_our_roles() {
        assertThat(texts(REALM.at("/roles/realm"), "name"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Role.values()).map(Role::name).toList());
    }

    @Test
    void the_realm_knows_our_clients_and_people_must_prove_the_key() {
        assertThat(texts(REALM.at("/clients"), "clientId"))
                .containsExactlyInAnyOrder(Clients.CONSOLE, Clients.VISIT_SERVICE);

        var console = named(REALM.at("/clients"), "clientId", Clients.CONSOLE);
        assertThat(console.at("/publicClient").asBoolean()).isTrue();
        assertThat(console.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(strings(console.at("/redirectUris"))).allMatch(uri -> uri.startsWith("http://127.0.0.1:8080/"));

        var service = named(REALM.at("/clients"), "clientId", Clients.VISIT_SERVICE);
        assertThat(service.at("/serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(service.at("/secret").asString()).isNotBlank();
        var account = named(REALM.at("/users"), "serviceAccountClientId", Clients.VISIT_SERVICE);
        assertThat(strings(account.at("/realmRoles"))).containsExactly(Role.SV.name());
    }

    @Test
    void tokens_of_the_realm_carry_the_claims_that_the_services_read() {
        var mappers = named(REALM.at("/clientScopes"), "name", "fangwei").at("/protocolMappers");

        assertThat(texts(mappers, "config", "claim.name"))
                .contains(
                        "sub",
                        "roles",
                        "insurerId",
                        "companyId",
                        "institutionId",
                        "professionalId",
                        "brokerId",
                        "areas");
        assertThat(texts(mappers, "config", "included.custom.audience")).contains("fangwei");
        assertThat(each(REALM.at("/clients")))
                .allSatisfy(client ->
                        assertThat(strings(client.at("/defaultClientScopes"))).contains("fangwei"));
    }

    @Test
    void the_demo_users_are_ours_with_the_same_password_roles_and_identities() {
        var people = each(REALM.at("/users"))
                .filter(user -> user.path("serviceAccountClientId").isMissingNode())
                .map(user ->
                        new Person(user.at("/username").asString(), strings(user.at("/realmRoles")), attributes(user)))
                .toList();

        assertThat(people)
                .containsExactlyInAnyOrderElementsOf(DemoUsers.load().all().stream()
                        .map(ComposeFileTest::person)
                        .toList());
        assertThat(each(REALM.at("/users")).filter(user -> user.has("credentials")))
                .hasSameSizeAs(people)
                .allMatch(user -> user.at("/credentials/0/value").asString().equals(DemoUsers.PASSWORD));
    }

    /** Who logs in, in which roles and as whom. */
    private record Person(String username, List<String> roles, Map<String, List<String>> attributes) {}

    private static Person person(DemoUser user) {
        var attributes = new LinkedHashMap<String, List<String>>();
        var insurer = id("insurer", user.insurerKey());
        var institution = id("institution", user.institutionKey());
        put(attributes, "insurerId", insurer);
        put(attributes, "companyId", id("company", user.companyKey()));
        put(attributes, "institutionId", institution);
        if (user.professionalKey() != null) {
            var employer = institution == null ? insurer : institution;
            put(attributes, "professionalId", Ids.of("professional", employer, user.professionalKey()));
        }
        put(attributes, "brokerId", id("broker", user.brokerKey()));
        if (user.areas() != null) {
            attributes.put("areas", user.areas());
        }
        return new Person(user.username(), user.roles(), attributes);
    }

    private static @Nullable UUID id(String kind, @Nullable String key) {
        return key == null ? null : Ids.of(kind, key);
    }

    private static void put(Map<String, List<String>> attributes, String name, @Nullable UUID id) {
        if (id != null) {
            attributes.put(name, List.of(id.toString()));
        }
    }

    private static Map<String, List<String>> attributes(JsonNode user) {
        var attributes = new LinkedHashMap<String, List<String>>();
        user.path("attributes").forEachEntry((name, values) -> attributes.put(name, strings(values)));
        return attributes;
    }

    private static String ours(String property) {
        try {
            return new YamlPropertySourceLoader()
                    .load("kernel", new ClassPathResource("kernel-defaults.yml")).stream()
                            .map((PropertySource<?> source) -> String.valueOf(source.getProperty(property)))
                            .findFirst()
                            .orElseThrow();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> ports(String service) {
        return SERVICES.get(service).get("ports") instanceof List<?> ports
                ? ports.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String environment(String service, String name) {
        return SERVICES.get(service).get("environment") instanceof Map<?, ?> environment
                ? String.valueOf(environment.get(name))
                : "";
    }

    private static JsonNode named(JsonNode nodes, String field, String name) {
        return each(nodes)
                .filter(node -> node.path(field).asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode nodes, String... path) {
        return each(nodes)
                .map(node -> Stream.of(path).reduce(node, JsonNode::path, (one, other) -> other))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> strings(JsonNode values) {
        return each(values).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> each(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static Map<String, Map<String, Object>> services() {
        try (InputStream file = Files.newInputStream(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            return compose.get("services");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonNode realm() {
        return JsonMapper.shared().readTree(ROOT.resolve("compose/fangwei-realm.json"));
    }
}
