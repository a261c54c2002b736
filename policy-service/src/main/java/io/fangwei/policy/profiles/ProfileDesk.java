package io.fangwei.policy.profiles;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.profiles.ProfileCommand.BeginProfile;
import io.fangwei.policy.profiles.ProfileCommand.WriteProfile;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where insurers describe the companies they insure, by the form of the enterprise table. */
@Service
public class ProfileDesk {

    private final Profiles profiles;
    private final Companies companies;
    private final ProfileForm form;
    private final PersonDesk persons;
    private final Clock clock;

    public ProfileDesk(Profiles profiles, Companies companies, ProfileForm form, PersonDesk persons, Clock clock) {
        this.profiles = profiles;
        this.companies = companies;
        this.form = form;
        this.persons = persons;
        this.clock = clock;
    }

    public ProfileForm form() {
        return form;
    }

    public CompanyDescription begin(BeginProfile command) {
        requireFit(command.values());
        var company = companies.get(command.companyId()).getCompanyId();
        var id = Ids.of("company-profile", Own.insurer(), company);
        var profile = CompanyDescription.of(id, Own.insurer(), company);
        var said = command.values();
        return profiles.add(profile, profile.write(form.plainOf(said), persons.sealed(id, said), role(), today()));
    }

    public CompanyDescription write(UUID profileId, WriteProfile command) {
        requireFit(command.values());
        var said = command.values();
        var sealed = persons.sealed(profileId, said);
        return profiles.change(profileId, profile -> profile.write(form.plainOf(said), sealed, role(), today()));
    }

    public CompanyDescription get(UUID profileId) {
        return profiles.get(profileId);
    }

    public Page<CompanyDescription> page(@Nullable UUID companyId, Pages page) {
        return profiles.page(companyId, page);
    }

    private void requireFit(Map<String, Object> values) {
        var unfit = form.unfit(values);
        PolicyRule.PROFILE_UNFIT.require(unfit.isEmpty(), String.join(", ", unfit));
    }

    private static String role() {
        return CurrentCommand.get().role().name();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
