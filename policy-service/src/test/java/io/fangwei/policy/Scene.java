package io.fangwei.policy;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import java.util.UUID;

/** An insurer of its own with its people, brought as far as a test wants by real commands. */
public final class Scene {

    private static final String CITY = "510100";
    private static final String DISTRICT = "510105";

    public static final Caller ADMINISTRATOR = Callers.administrator();

    public final Http http;
    public final UUID insurerId;
    public final Caller manager;
    public final Caller staff;
    private final String companiesIn;

    public Scene(Http http) throws Exception {
        this(http, CITY, DISTRICT);
    }

    /** An insurer of another city, with companies in one district of it. */
    public Scene(Http http, String city, String district) throws Exception {
        this.http = http;
        this.companiesIn = district;
        var insurer = insurer("L-" + UUID.randomUUID()).replace(CITY, city);
        this.insurerId = Http.id(http.post(ADMINISTRATOR, "/insurers", insurer).andExpect(status().isCreated()));
        this.manager = Callers.ofInsurer("im." + insurerId, insurerId, Role.IM);
        this.staff = Callers.ofInsurer("is." + insurerId, insurerId, Role.IS);
    }

    public static String insurer(String licenceNo) {
        return "{\"name\":\"锦城财产保险股份有限公司\",\"licenceNo\":\"%s\",\"areas\":[\"510100\"]}".formatted(licenceNo);
    }

    public static String company(String uscc) {
        return company(uscc, "C2614");
    }

    private static String company(String uscc, String industryCode) {
        return """
                {"uscc":"%s","name":"成都青羊化工有限公司","industryCode":"%s","scale":"MEDIUM","area":"510105",\
                "address":"成都市青羊区光华大道 1 号"}""".formatted(uscc, industryCode);
    }

    public static String policy(String policyNo, UUID companyId) {
        return """
                {"policyNo":"%s","companyId":"%s","from":"2025-01-01","to":"2025-12-31","premium":"100000.00",\
                "serviceTerms":[{"item":"HAZARD_SCREENING","content":"全厂隐患排查","frequency":2,"period":"YEAR"}]}""".formatted(policyNo, companyId);
    }

    public static String premium(String amount) {
        return "{\"amount\":\"%s\",\"receivedOn\":\"2025-03-03\",\"voucherNo\":\"R-1\"}".formatted(amount);
    }

    public UUID registeredCompany() throws Exception {
        var company = company(Codes.fresh()).replace(DISTRICT, companiesIn);
        return Http.id(http.post(staff, "/companies", company).andExpect(status().isCreated()));
    }

    public UUID draftedPolicy() throws Exception {
        return draftedPolicy(registeredCompany());
    }

    private UUID draftedPolicy(UUID companyId) throws Exception {
        var policyNo = "PA-" + UUID.randomUUID();
        return Http.id(
                http.post(manager, "/policies", policy(policyNo, companyId)).andExpect(status().isCreated()));
    }

    public UUID activePolicy() throws Exception {
        return activated(draftedPolicy());
    }

    public UUID activePolicy(String industryCode) throws Exception {
        var company = http.post(staff, "/companies", company(Codes.fresh(), industryCode));
        return activated(draftedPolicy(Http.id(company.andExpect(status().isCreated()))));
    }

    private UUID activated(UUID policy) throws Exception {
        http.post(staff, "/policies/" + policy + "/disclosures", "{\"version\":\"2025-1\"}")
                .andExpect(status().isOk());
        http.post(manager, "/policies/" + policy + "/activations", "{}").andExpect(status().isOk());
        return policy;
    }

    public Scene withRate(String rate) throws Exception {
        http.post(
                        manager,
                        "/insurers/" + insurerId + "/accrual-rates",
                        "{\"year\":2025,\"rate\":\"%s\"}".formatted(rate))
                .andExpect(status().isOk());
        return this;
    }
}
