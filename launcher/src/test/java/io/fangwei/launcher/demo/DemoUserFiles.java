package io.fangwei.launcher.demo;

import io.fangwei.kernel.store.Ids;
import io.fangwei.launcher.issuer.DemoUser;
import io.fangwei.launcher.issuer.DemoUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the demo users and the realm's users anew after a change of the cast; to be run by hand in the launcher. */
final class DemoUserFiles {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of the broker whose clerk may log in; nobody has registered it yet. */
    private static final String BROKER_LICENCE = "B-000201";

    private DemoUserFiles() {}

    public static void main(String... args) throws IOException {
        var root = Path.of(args.length == 0 ? ".." : args[0]);
        Files.writeString(root.resolve("launcher/src/main/resources/demo/users.json"), users());
        var realm = root.resolve("compose/fangwei-realm.json");
        Files.writeString(realm, realm(Files.readString(realm)));
    }

    static List<DemoUser> all() {
        var cast = Cast.read();
        var users = new ArrayList<DemoUser>();
        users.add(user("ad", "平台管理员", "AD"));
        cast.insurers().forEach(insurer -> {
            users.add(ofInsurer(insurer, insurer.manager(), "预防服务管理负责人", "IM"));
            users.add(ofInsurer(insurer, insurer.staff(), "预防服务专员", "IS"));
            users.add(ofInsurer(insurer, insurer.officer(), "投诉专员", "IC"));
        });
        cast.companies()
                .forEach(company -> users.add(new DemoUser(
                        company.user(),
                        company.shortName() + "·安全负责人",
                        List.of("ID"),
                        null,
                        company.uscc(),
                        null,
                        null,
                        null,
                        null)));
        cast.institutions()
                .forEach(one -> users.add(new DemoUser(
                        one.user(),
                        one.shortName() + "·管理员",
                        List.of("SI"),
                        null,
                        null,
                        one.uscc(),
                        null,
                        null,
                        null)));
        cast.professionals().forEach(person -> users.add(professional(cast, person)));
        users.add(new DemoUser("br.one", "众信经纪·业务员", List.of("BR"), null, null, null, null, BROKER_LICENCE, null));
        users.add(of("cp.city", "成都市安责险平台", "CP", "510100"));
        users.add(of("ea.chengdu", "成都市应急管理局", "EA", "510100"));
        users.add(of("fr.chengdu", "四川金融监管局", "FR", "510000"));
        users.add(of("sr.chengdu", "四川省保险行业协会", "SR", "510000"));
        users.add(user("as.third", "第三方评估机构·评估人员", "AS"));
        users.add(user("pu.reader", "社会公众", "PU"));
        return users;
    }

    private static DemoUser professional(Cast cast, Cast.Professional person) {
        var ofInstitution = person.isOfInstitution();
        var employer = ofInstitution
                ? cast.institution(person.employer()).shortName()
                : cast.insurer(person.employer()).shortName();
        return new DemoUser(
                person.user(),
                employer + "·" + person.name(),
                List.of("SP"),
                ofInstitution ? null : cast.insurer(person.employer()).licenceNo(),
                null,
                ofInstitution ? cast.institution(person.employer()).uscc() : null,
                person.staffNo(),
                null,
                null);
    }

    private static DemoUser ofInsurer(Cast.Insurer insurer, String username, String post, String role) {
        return new DemoUser(
                username,
                insurer.shortName() + "·" + post,
                List.of(role),
                insurer.licenceNo(),
                null,
                null,
                null,
                null,
                null);
    }

    private static DemoUser user(String username, String name, String role) {
        return new DemoUser(username, name, List.of(role), null, null, null, null, null, null);
    }

    private static DemoUser of(String username, String name, String role, String area) {
        return new DemoUser(username, name, List.of(role), null, null, null, null, null, List.of(area));
    }

    private static String users() {
        return all().stream().map(user -> "  " + line(user)).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String line(DemoUser user) {
        var line = JSON.createObjectNode();
        line.put("username", user.username());
        line.put("name", user.name());
        line.set("roles", texts(user.roles().stream()));
        put(line, "insurerKey", user.insurerKey());
        put(line, "companyKey", user.companyKey());
        put(line, "institutionKey", user.institutionKey());
        put(line, "professionalKey", user.professionalKey());
        put(line, "brokerKey", user.brokerKey());
        if (user.areas() != null) {
            line.set("areas", texts(user.areas().stream()));
        }
        return JSON.writeValueAsString(line)
                .replace("\",\"", "\", \"")
                .replace("\":", "\": ")
                .replace("],", "], ");
    }

    /** The same people in the realm, before its service accounts. */
    static String realm(String before) {
        var realm = (ObjectNode) JSON.readTree(before);
        var users = JSON.createArrayNode();
        all().forEach(user -> users.add(realmUser(user)));
        realm.path("users")
                .valueStream()
                .filter(one -> one.has("serviceAccountClientId"))
                .forEach(users::add);
        realm.set("users", users);
        var indenter = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter)
                                .withSeparators(Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                        .withArrayEmptySeparator("")
                                        .withObjectEmptySeparator("")))
                        .writeValueAsString(realm)
                + "\n";
    }

    private static JsonNode realmUser(DemoUser user) {
        var node = JSON.createObjectNode();
        node.put("username", user.username());
        node.put("enabled", true);
        node.put("firstName", user.name());
        var attributes = attributes(user);
        if (!attributes.isEmpty()) {
            node.set("attributes", attributes);
        }
        node.set("realmRoles", texts(user.roles().stream()));
        var credential = JSON.createObjectNode();
        credential.put("type", "password").put("value", DemoUsers.PASSWORD).put("temporary", false);
        node.set("credentials", JSON.createArrayNode().add(credential));
        return node;
    }

    private static ObjectNode attributes(DemoUser user) {
        var attributes = JSON.createObjectNode();
        var insurer = id("insurer", user.insurerKey());
        var institution = id("institution", user.institutionKey());
        put(attributes, "insurerId", insurer);
        put(attributes, "companyId", id("company", user.companyKey()));
        put(attributes, "institutionId", institution);
        if (user.professionalKey() != null) {
            put(
                    attributes,
                    "professionalId",
                    Ids.of("professional", institution == null ? insurer : institution, user.professionalKey()));
        }
        put(attributes, "brokerId", id("broker", user.brokerKey()));
        if (user.areas() != null) {
            attributes.set("areas", texts(user.areas().stream()));
        }
        return attributes;
    }

    private static @Nullable UUID id(String kind, @Nullable String key) {
        return key == null ? null : Ids.of(kind, key);
    }

    private static void put(ObjectNode node, String name, @Nullable UUID id) {
        if (id != null) {
            node.set(name, texts(Stream.of(id.toString())));
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text);
        }
    }

    private static ArrayNode texts(Stream<String> all) {
        var texts = JSON.createArrayNode();
        all.forEach(texts::add);
        return texts;
    }
}
