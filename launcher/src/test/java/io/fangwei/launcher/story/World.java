package io.fangwei.launcher.story;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;
import static java.util.stream.Collectors.joining;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Ids;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The business of one insurer, step by step, each by whoever takes it. */
public final class World {

    static final String POLICY = "/api/policy/v1";
    static final String TEAM = "/api/team/v1";
    static final String VISIT = "/api/visit/v1";
    static final String COMPLAINT = "/api/complaint/v1";
    static final String EVALUATION = "/api/evaluation/v1";

    private static final String NOTHING = "{}";

    private final Api api;
    private final Parties parties;

    public World(Api api, Parties parties) {
        this.api = api;
        this.parties = parties;
    }

    public UUID insurer() {
        return Ids.of("insurer", parties.licenceNo());
    }

    public UUID company() {
        return Ids.of("company", parties.company());
    }

    public UUID institution() {
        return Ids.of("institution", parties.institution());
    }

    public UUID pool(int year) {
        return Ids.of("budget-pool", insurer(), year);
    }

    public List<UUID> professionals() {
        return parties.staff().stream()
                .map(number -> Ids.of("professional", institution(), number))
                .toList();
    }

    public Answer read(Role role, String path) {
        return api.get(parties.token(role), path);
    }

    public Answer act(Role role, String path, String body) {
        return api.post(parties.token(role), path, body);
    }

    public Answer registerInsurer() {
        return act(AD, POLICY + "/insurers", """
                {'name': '华西财产保险股份有限公司', 'licenceNo': '%s', 'areas': ['%s']}""".formatted(parties.licenceNo(), parties.area()));
    }

    public Answer setRate(int year, String rate) {
        return act(IM, POLICY + "/insurers/%s/accrual-rates".formatted(insurer()), """
                {'year': %d, 'rate': '%s'}""".formatted(year, rate));
    }

    public Answer registerCompany() {
        return act(IM, POLICY + "/companies", """
                {'uscc': '%s', 'name': '成都精工机械有限公司', 'industryCode': 'C3484', 'scale': 'MEDIUM', 'area': '%s',
                 'address': '金科北路 18 号'}""".formatted(parties.company(), parties.area()));
    }

    public Answer draftPolicy(String policyNo, LocalDate from, LocalDate to) {
        return act(IM, POLICY + "/policies", """
                {'policyNo': '%s', 'companyId': '%s', 'from': '%s', 'to': '%s', 'premium': '100000.00', 'serviceTerms': [
                 {'item': 'HAZARD_SCREENING', 'content': '全厂隐患排查', 'frequency': 2, 'period': 'YEAR'}]}""".formatted(policyNo, company(), from, to));
    }

    public Answer disclose(UUID policy) {
        return act(ID, POLICY + "/policies/" + policy + "/disclosures", "{'version': '2025-1'}");
    }

    public Answer activate(UUID policy) {
        return act(IM, POLICY + "/policies/" + policy + "/activations", NOTHING);
    }

    public Answer receivePremium(UUID policy, String amount, LocalDate on) {
        return act(IM, POLICY + "/policies/" + policy + "/premium-receipts", """
                {'amount': '%s', 'receivedOn': '%s', 'voucherNo': 'R-1'}""".formatted(amount, on));
    }

    public Answer draftExpense(int year, String amount, LocalDate on) {
        return act(IS, POLICY + "/budget-pools/" + pool(year) + "/expenses", """
                {'category': 'EXPERT_FEE', 'amount': '%s', 'voucherNo': 'V-1', 'purpose': 'GENERAL', 'spentOn': '%s'}""".formatted(amount, on));
    }

    public Answer postExpense(int year, UUID expense) {
        return act(IM, POLICY + "/budget-pools/%s/expenses/%s/postings".formatted(pool(year), expense), "");
    }

    public Answer registerInstitution() {
        return act(AD, TEAM + "/institutions", """
                {'name': '四川安平安全技术服务有限公司', 'uscc': '%s', 'kinds': ['SAFETY_ASSESSMENT', 'TRAINING'],
                 'legalPerson': true, 'officeAddress': '锦江区一号', 'fullTimeProfessionals': 12, 'permits': [
                 {'kind': '安全评价', 'number': 'APJ-1', 'authority': '四川省应急管理厅', 'from': '2024-01-01'}]}""".formatted(parties.institution()));
    }

    public List<Answer> registerProfessionals() {
        return parties.staff().stream()
                .map(number -> act(SI, TEAM + "/professionals", professional(number, "INSTITUTION")))
                .toList();
    }

    public Answer registerOwnProfessional(String staffNo) {
        return act(IM, TEAM + "/professionals", professional(staffNo, "OWN"));
    }

    private static String professional(String number, String source) {
        return """
                {'staffNo': '%s', 'name': '王国强', 'source': '%s', 'title': '注册安全工程师', 'titleLevel': 'INTERMEDIATE',
                 'safetyWorkYears': 6, 'industries': ['C34'], 'items': ['HAZARD_SCREENING', 'TRAINING']}""".formatted(number, source);
    }

    public Answer certify(Role employer, UUID professional) {
        return act(employer, TEAM + "/professionals/" + professional + "/certificates", """
                {'kind': 'REGISTERED_SAFETY_ENGINEER', 'level': 'INTERMEDIATE', 'number': 'ZA-1', 'from': '2024-01-01'}""");
    }

    public Answer signAgreement(LocalDate from, LocalDate to) {
        return signAgreement("INSTITUTION", institution(), from, to);
    }

    public Answer signAgreementWith(UUID professional, LocalDate from, LocalDate to) {
        return signAgreement("PROFESSIONAL", professional, from, to);
    }

    private Answer signAgreement(String kind, UUID party, LocalDate from, LocalDate to) {
        return act(IM, TEAM + "/agreements", """
                {'partyKind': '%s', 'partyId': '%s', 'from': '%s', 'to': '%s', 'scope': '隐患排查',
                 'duties': '按规范提供服务并按时提交记录'}""".formatted(kind, party, from, to));
    }

    public Answer formTeam(Collection<UUID> members) {
        return act(IS, TEAM + "/teams", """
                {'item': 'HAZARD_SCREENING', 'industry': 'C34', 'risk': 'MECHANICAL', 'memberIds': %s}""".formatted(ids(members)));
    }

    public Answer formGroup(UUID policy, Collection<UUID> members) {
        return act(IS, TEAM + "/groups", """
                {'policyId': '%s', 'companyId': '%s', 'memberIds': %s}""".formatted(policy, company(), ids(members)));
    }

    public Answer draftPlan(UUID policy) {
        return act(IS, VISIT + "/plans", """
                {'policyId': '%s', 'industry': 'C34', 'mainEquipmentProcess': '冲压线', 'accidentHistory': '无', 'items': [
                 {'item': 'HAZARD_SCREENING', 'measures': '现场排查', 'deliverables': '排查报告', 'frequency': 2}],
                 'factors': {'industryFeatures': '机械加工', 'scale': '中型', 'riskDistribution': '冲压', 'staff': '120人',
                 'managementBase': '三级标准化', 'accidentHistory': '无'},
                 'expectedGoals': '零事故', 'supportMatters': '提供会议室'}""".formatted(policy));
    }

    public Answer sendPlan(UUID plan) {
        return act(IS, VISIT + "/plans/" + plan + "/dispatches", "");
    }

    public Answer confirmPlan(Role side, UUID plan) {
        return act(side, VISIT + "/plans/" + plan + "/confirmations", "");
    }

    public Answer planVisit(UUID plan, LocalDate day) {
        return act(IS, VISIT + "/visits", """
                {'planId': '%s', 'item': 'HAZARD_SCREENING', 'plannedOn': '%s', 'place': '二车间', 'participantIds': %s}""".formatted(
                        plan, day, ids(professionals().subList(0, 2))));
    }

    public Answer confirmVisit(UUID visit) {
        return act(ID, VISIT + "/visits/" + visit + "/confirmations", """
                {'itemConfirmed': true, 'measuresConfirmed': true, 'timeConfirmed': true}""");
    }

    public Answer checkIn(UUID visit) {
        return act(SP, VISIT + "/visits/" + visit + "/check-ins", """
                {'presentIds': %s}""".formatted(
                        ids(professionals().subList(0, 2))));
    }

    public Answer findHazard(UUID visit) {
        return act(SP, VISIT + "/visits/" + visit + "/hazards", """
                {'description': '行车吊钩防脱装置缺失', 'category': '特种设备', 'cause': 'UNSAFE_STATE', 'place': '机加车间行车',
                 'level': 'GENERAL'}""");
    }

    public Answer checkOut(UUID visit) {
        return act(SP, VISIT + "/visits/" + visit + "/check-outs", "{'checklistComplete': true}");
    }

    public Answer submitRecord(UUID visit, LocalDate served) {
        return act(SP, VISIT + "/visits/" + visit + "/records", """
                {'summary': '排查发现一处隐患', 'place': '二车间', 'startedAt': '%1$sT09:00:00+08:00',
                 'endedAt': '%1$sT17:00:00+08:00', 'deliverables': ['排查报告.pdf'], 'typeFields': {'checklist': '清单',
                 'table8': '表8', 'table9': '表9', 'report': '报告', 'sitePhotos': '照片'}}""".formatted(served));
    }

    public Answer review(UUID visit, String decision) {
        return act(IM, VISIT + "/visits/" + visit + "/reviews", """
                {'decision': '%s', 'reason': '缺少照片'}""".formatted(decision));
    }

    public Answer deliverFeedback(UUID visit) {
        return act(IS, VISIT + "/visits/" + visit + "/feedbacks", "{'channel': 'EMAIL', 'receipt': '已读回执'}");
    }

    public Answer callBack(UUID visit) {
        return act(IS, VISIT + "/visits/" + visit + "/callbacks", """
                {'channels': ['PHONE'], 'survey': {'cases': {'D1-04-R1': 1}, 'discretionary': {}},
                 'd2': {'problemList': true, 'rectified': true}, 'opinions': '希望多讲案例'}""");
    }

    public Answer archive(UUID visit) {
        return act(IS, VISIT + "/visits/" + visit + "/archives", NOTHING);
    }

    public Answer onHazard(Role role, UUID hazard, String step, String body) {
        return act(role, VISIT + "/hazards/" + hazard + "/" + step, body);
    }

    public Answer openChannel() {
        return act(IM, COMPLAINT + "/channels", "{'kind': 'HOTLINE', 'address': '028-96001'}");
    }

    /** @param subject the name under which the officer signs in */
    public Answer appointOfficer(String subject) {
        return act(IM, COMPLAINT + "/officers", "{'subject': '%s'}".formatted(subject));
    }

    public Answer fileComplaint(UUID policy) {
        return act(ID, COMPLAINT + "/complaints", """
                {'policyId': '%s', 'kind': 'COMPLAINT', 'channel': 'WEB', 'category': 'LATE_FEEDBACK',
                 'request': '服务报告迟迟没有反馈给我们。'}""".formatted(policy));
    }

    public Answer onComplaint(Role role, UUID complaint, String step, String body) {
        return act(role, COMPLAINT + "/complaints/" + complaint + "/" + step, body);
    }

    public static final String REPLY =
            "{'facts': '经查，报告晚到两天。', 'factBasis': '服务记录', 'measures': '已补送并致歉。', 'upheld': 'UPHELD'}";

    static String ids(Collection<UUID> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(joining(",", "[", "]"));
    }

    /** Everybody whom the institution employs gets a certificate. */
    public void certifyAll() {
        professionals().forEach(one -> certify(SI, one).ok());
    }
}
