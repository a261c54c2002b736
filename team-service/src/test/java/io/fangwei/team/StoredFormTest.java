package io.fangwei.team;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.team.agreements.AgreementCommand.SignAgreement;
import io.fangwei.team.agreements.AgreementDesk;
import io.fangwei.team.agreements.PartyKind;
import io.fangwei.team.eligibility.EligibilityDesk;
import io.fangwei.team.eligibility.Question;
import io.fangwei.team.institutions.InstitutionCommand.GivenPermit;
import io.fangwei.team.institutions.InstitutionCommand.RegisterInstitution;
import io.fangwei.team.institutions.InstitutionDesk;
import io.fangwei.team.institutions.InstitutionKind;
import io.fangwei.team.policies.InsuredPolicies;
import io.fangwei.team.professionals.CertificateKind;
import io.fangwei.team.professionals.Level;
import io.fangwei.team.professionals.Professional;
import io.fangwei.team.professionals.ProfessionalCommand.RecordCertificate;
import io.fangwei.team.professionals.ProfessionalCommand.RegisterProfessional;
import io.fangwei.team.professionals.ProfessionalDesk;
import io.fangwei.team.professionals.Source;
import io.fangwei.team.teams.GroupCommand.FormGroup;
import io.fangwei.team.teams.GroupDesk;
import io.fangwei.team.teams.TeamCommand.FormTeam;
import io.fangwei.team.teams.TeamDesk;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Pins how each aggregate lies in the database; a change here needs a migration. */
@ServiceTest("spring.config.name=team-service")
class StoredFormTest {

    static final JsonMapper JSON = new JsonMapper();
    static final UUID INSURER = id(1);
    static final UUID COMPANY = id(2);
    static final UUID POLICY = id(3);
    static final UUID VISIT = id(4);
    static final Caller MANAGER = Callers.ofInsurer("im.one", INSURER, Role.IM);
    static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    static final LocalDate TO = LocalDate.of(2025, 12, 31);
    static final List<ServiceItemType> ITEMS = List.of(ServiceItemType.HAZARD_SCREENING);

    @Autowired
    MongoTemplate mongo;

    @Autowired
    InstitutionDesk institutions;

    @Autowired
    ProfessionalDesk professionals;

    @Autowired
    AgreementDesk agreements;

    @Autowired
    TeamDesk teams;

    @Autowired
    GroupDesk groups;

    @Autowired
    EligibilityDesk eligibility;

    @Autowired
    TestClock clock;

    @BeforeEach
    void emptyDatabase() {
        clock.moveTo("2025-03-03");
        List.of("institutions", "professionals", "agreements", "teams", "groups", "assignmentChecks", "policies")
                .forEach(name -> mongo.getCollection(name).deleteMany(new Document()));
    }

    @Test
    void of_an_institution() {
        act(
                Callers.administrator(),
                "mark",
                "",
                () -> institutions.register(new RegisterInstitution(
                        "成都安评",
                        "91510100MA00000009",
                        List.of(InstitutionKind.SAFETY_ASSESSMENT, InstitutionKind.TRAINING),
                        true,
                        "成都市锦江区一号",
                        4,
                        List.of(new GivenPermit("安全评价", "APJ-1", "四川省应急管理厅", FROM, null)))));

        assertStored("institutions", "institution");
    }

    @Test
    void of_a_professional_with_a_certificate() {
        qualified();

        assertStored("professionals", "professional");
        assertThat(only("professionals").getString("nextDue")).isEqualTo("2025-12-31");
    }

    @Test
    void of_an_agreement() {
        act(
                MANAGER,
                "mark",
                "",
                () -> agreements.sign(new SignAgreement(PartyKind.BROKER, id(9), FROM, TO, "隐患排查", "按规范提供服务")));

        assertStored("agreements", "agreement");
        assertThat(only("agreements").getString("nextDue")).isEqualTo("2025-12-31");
    }

    @Test
    void of_a_team_and_of_the_group_that_is_taken_from_it() {
        var member = qualified().getId();
        mongo.getCollection(InsuredPolicies.COLLECTION)
                .insertOne(new Document("_id", POLICY.toString())
                        .append("insurerId", INSURER)
                        .append("companyId", COMPANY)
                        .append("area", "510104")
                        .append("from", "2025-01-01")
                        .append("to", "2025-12-31")
                        .append("active", true));

        act(MANAGER, () -> teams.form(new FormTeam(ServiceItemType.HAZARD_SCREENING, "C26", "FIRE", List.of(member))));
        act(MANAGER, () -> groups.form(new FormGroup(POLICY, COMPANY, List.of(member))));

        assertStored("teams", "team");
        assertStored("groups", "group");
    }

    @Test
    void of_an_assignment_check() {
        var member = qualified().getId();
        var question = new Question(INSURER, ServiceItemType.TRAINING, FROM, List.of(member, id(8)));

        act(Callers.service(), () -> eligibility.check(VISIT, question));

        assertStored("assignmentChecks", "assignment-check");
    }

    private Professional qualified() {
        var professional = act(
                MANAGER,
                () -> professionals.register(new RegisterProfessional(
                        "S-1", "李明", Source.OWN, "安全工程师", Level.INTERMEDIATE, 6, List.of("C26"), ITEMS, null)));
        return act(
                MANAGER,
                "mark",
                "",
                () -> professionals.record(
                        professional.getId(),
                        new RecordCertificate(
                                CertificateKind.REGISTERED_SAFETY_ENGINEER, Level.SENIOR, "AQ-100", FROM, TO)));
    }

    private void assertStored(String collection, String file) {
        var state = JSON.valueToTree(plain(only(collection).get("state")));
        var path = Path.of("src/test/resources/stored/" + file + ".json");
        try {
            if ("write".equals(System.getProperty("fangwei.stored"))) {
                Files.writeString(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state) + "\n");
            }
            assertThat(state).isEqualTo(JSON.readTree(Files.readString(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Document only(String collection) {
        var all = mongo.findAll(Document.class, collection);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** With the stored type of every value that JSON lacks. */
    private static Object plain(Object stored) {
        if (stored instanceof Map<?, ?> document) {
            var plain = new LinkedHashMap<String, Object>();
            document.forEach((name, value) -> plain.put(name.toString(), plain(value)));
            return plain;
        }
        if (stored instanceof Collection<?> values) {
            return values.stream().map(StoredFormTest::plain).toList();
        }
        if (stored instanceof UUID id) {
            return "uuid " + id;
        }
        return stored instanceof Date date ? "date " + date.toInstant().atZone(ZoneOffset.UTC) : stored;
    }

    private static UUID id(int number) {
        return UUID.fromString("10000000-0000-4000-8000-00000000000" + number);
    }
}
