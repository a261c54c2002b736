package io.fangwei.launcher.demo;

import static io.fangwei.launcher.demo.Step.body;
import static io.fangwei.launcher.demo.Step.create;
import static io.fangwei.launcher.demo.Step.post;
import static io.fangwei.launcher.demo.Step.ref;

import io.fangwei.launcher.demo.Cast.Company;
import io.fangwei.launcher.demo.Cast.Institution;
import io.fangwei.launcher.demo.Cast.Insurer;
import io.fangwei.launcher.demo.Cast.Professional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What is there before the year begins: insurers, institutions, people, agreements and teams. */
final class Foundations {

    private static final LocalDate REGISTRATION = LocalDate.of(2024, 12, 3);
    private static final LocalDate HIRING = LocalDate.of(2024, 12, 4);
    private static final LocalDate SIGNING = LocalDate.of(2024, 12, 5);
    private static final LocalDate TEAMING = LocalDate.of(2024, 12, 6);
    private static final String AGREED_UNTIL = "2026-12-31";
    private static final String TEAM = "/api/team/v1/";

    private final Cast cast;
    private final Story story;
    private final ScriptWriter script;

    Foundations(Cast cast, Story story, ScriptWriter script) {
        this.cast = cast;
        this.story = story;
        this.script = script;
    }

    void write() {
        cast.insurers().forEach(this::insurer);
        cast.institutions().forEach(this::institution);
        cast.professionals().forEach(this::professional);
        cast.insurers().forEach(this::agreements);
        cast.insurers().forEach(this::teams);
    }

    private void insurer(Insurer insurer) {
        var slot = "insurer-" + insurer.key();
        script.add(
                REGISTRATION,
                slot,
                create(
                        slot,
                        "ad",
                        "/api/policy/v1/insurers",
                        "name",
                        insurer.name(),
                        "licenceNo",
                        insurer.licenceNo(),
                        "areas",
                        List.of("510100")));
        script.add(
                REGISTRATION,
                slot,
                post(
                        slot + "-rate",
                        insurer.manager(),
                        "/api/policy/v1/insurers/" + ref(slot) + "/accrual-rates",
                        "year",
                        2025,
                        "rate",
                        insurer.accrualRate()));
        complaintDesk(insurer);
    }

    private void complaintDesk(Insurer insurer) {
        var slot = "officer-" + insurer.key();
        script.add(
                HIRING,
                slot,
                create(slot, insurer.manager(), "/api/complaint/v1/officers", "subject", insurer.officer()));
        channel(insurer, "HOTLINE", insurer.hotline());
        channel(insurer, "WEB", "https://www." + insurer.key() + ".example/complaints");
        channel(insurer, "WECHAT", insurer.shortName() + "安责险服务");
    }

    private void channel(Insurer insurer, String kind, String address) {
        var name = "channel-%s-%s".formatted(insurer.key(), kind.toLowerCase(Locale.ROOT));
        script.add(
                HIRING,
                "officer-" + insurer.key(),
                post(name, insurer.manager(), "/api/complaint/v1/channels", "kind", kind, "address", address));
    }

    private void institution(Institution institution) {
        var permit = institution.permit();
        script.add(
                REGISTRATION,
                institution.slot(),
                create(
                        institution.slot(),
                        "ad",
                        TEAM + "institutions",
                        "name",
                        institution.name(),
                        "uscc",
                        institution.uscc(),
                        "kinds",
                        institution.kinds(),
                        "legalPerson",
                        true,
                        "officeAddress",
                        institution.address(),
                        "fullTimeProfessionals",
                        institution.fullTimeProfessionals(),
                        "permits",
                        List.of(Objects.requireNonNull(body(
                                "kind",
                                permit.kind(),
                                "number",
                                permit.number(),
                                "authority",
                                permit.authority(),
                                "from",
                                "2023-01-01",
                                "to",
                                "2027-12-31")))));
    }

    private void professional(Professional person) {
        script.add(
                HIRING,
                person.slot(),
                create(
                        person.slot(),
                        person.keeper(),
                        TEAM + "professionals",
                        "staffNo",
                        person.staffNo(),
                        "name",
                        person.name(),
                        "source",
                        person.source(),
                        "title",
                        person.title(),
                        "titleLevel",
                        person.titleLevel(),
                        "safetyWorkYears",
                        person.safetyWorkYears(),
                        "industries",
                        story.industries().values().stream()
                                .map(Story.Industry::code)
                                .limit(4)
                                .toList(),
                        "items",
                        person.items()));
        var certificate = person.certificate();
        script.add(
                HIRING,
                person.slot(),
                certificate(person, "certificate", certificate.number(), certificate.from(), certificate.to()));
        var lapse = person.lapse();
        if (lapse != null) {
            script.add(
                    lapse.renewedOn(),
                    person.slot(),
                    certificate(
                            person,
                            "renewal",
                            certificate.number() + "X",
                            lapse.renewedOn(),
                            lapse.renewedOn().plusYears(5)));
        }
    }

    private static Step certificate(Professional person, String what, String number, LocalDate from, LocalDate to) {
        return post(
                person.slot() + "-" + what,
                person.keeper(),
                TEAM + "professionals/" + ref(person.slot()) + "/certificates",
                "kind",
                person.certificate().kind(),
                "level",
                person.certificate().level(),
                "number",
                number,
                "from",
                from.toString(),
                "to",
                to.toString());
    }

    private void agreements(Insurer insurer) {
        cast.partnersOf(insurer).forEach(partner -> agreement(insurer, "INSTITUTION", partner.slot(), partner.key()));
        cast.professionals().stream()
                .filter(one -> one.source().equals("EXTERNAL") && one.employer().equals(insurer.key()))
                .forEach(one -> agreement(insurer, "PROFESSIONAL", one.slot(), one.staffNo()));
    }

    private void agreement(Insurer insurer, String kind, String partySlot, String partyKey) {
        script.add(
                SIGNING,
                "agreements-" + insurer.key(),
                post(
                        "agreement-%s-%s".formatted(insurer.key(), partyKey),
                        insurer.manager(),
                        TEAM + "agreements",
                        "partyKind",
                        kind,
                        "partyId",
                        ref(partySlot),
                        "from",
                        "2024-12-05",
                        "to",
                        AGREED_UNTIL,
                        "scope",
                        "安全生产责任保险事故预防技术服务七类项目",
                        "duties",
                        "按服务方案派出具备资格的人员，按时提交服务记录与成果，遵守被保险单位安全管理和保密要求"));
    }

    private void teams(Insurer insurer) {
        var all = Stream.concat(
                        cast.professionals().stream()
                                .filter(one ->
                                        !one.isOfInstitution() && one.employer().equals(insurer.key())),
                        cast.partnersOf(insurer).stream().flatMap(this::staffOf))
                .toList();
        story.items().keySet().forEach(item -> team(insurer, item, "综合", "一般", able(all, item)));
        var few = insurer.key().equals("bashu") ? 2 : 5;
        team(
                insurer,
                "HAZARD_SCREENING",
                "危险化学品",
                "较大",
                able(all, "HAZARD_SCREENING").subList(0, few));
    }

    private Stream<Professional> staffOf(Institution institution) {
        return cast.professionals().stream()
                .filter(one -> one.isOfInstitution() && one.employer().equals(institution.key()));
    }

    private static List<Professional> able(List<Professional> all, String item) {
        return all.stream().filter(one -> one.covers(item)).toList();
    }

    private void team(Insurer insurer, String item, String industry, String risk, List<Professional> members) {
        script.add(
                TEAMING,
                "teams-" + insurer.key(),
                post(
                        "team-%s-%s-%s"
                                .formatted(
                                        insurer.key(),
                                        item.toLowerCase(Locale.ROOT),
                                        risk.equals("一般") ? "all" : "high"),
                        insurer.manager(),
                        TEAM + "teams",
                        "item",
                        item,
                        "industry",
                        industry,
                        "risk",
                        risk,
                        "memberIds",
                        members.stream().map(one -> ref(one.slot())).toList()));
    }

    /** A company as its insurer makes it known. */
    static Step company(String name, Insurer insurer, Company company, Story story) {
        return new Step(
                Step.PREFIX + name,
                insurer.staff(),
                "/api/policy/v1/companies",
                body(
                        "uscc",
                        company.uscc(),
                        "name",
                        company.name(),
                        "industryCode",
                        story.industryOf(company).code(),
                        "scale",
                        company.scale(),
                        "area",
                        company.area(),
                        "address",
                        company.address()),
                new Step.Keep(company.slot(), Step.Source.LOCATION));
    }
}
