package io.fangwei.policy.profiles.web;

import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.profiles.CompanyDescription;
import io.fangwei.policy.profiles.PersonDesk;
import io.fangwei.policy.profiles.ProfileCommand.BeginProfile;
import io.fangwei.policy.profiles.ProfileCommand.WriteProfile;
import io.fangwei.policy.profiles.ProfileDesk;
import io.fangwei.policy.profiles.ProfileForm;
import io.fangwei.policy.profiles.ProfileVersion;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ProfileController.PATH)
class ProfileController {

    static final String PATH = "/api/policy/v1/company-profiles";

    private final ProfileDesk desk;
    private final PersonDesk persons;

    ProfileController(ProfileDesk desk, PersonDesk persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @GetMapping("/form")
    @Allowed({IM, IS, ID})
    ProfileForm form() {
        return desk.form();
    }

    @PostMapping
    @Allowed({IM, IS})
    ResponseEntity<ProfileView> begin(@RequestBody @Valid BeginProfile command) {
        var profile = desk.begin(command);
        return ResponseEntity.created(URI.create(PATH + "/" + profile.getProfileId()))
                .body(masked(profile));
    }

    @PutMapping("/{id}")
    @Allowed({IM, IS, ID})
    ProfileView write(@PathVariable UUID id, @RequestBody @Valid WriteProfile command) {
        return masked(desk.write(id, command));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS, ID})
    ProfileView one(@PathVariable UUID id) {
        var profile = desk.get(id);
        return shown(profile, profile.newest());
    }

    /** Everything that it ever said. */
    @GetMapping("/{id}/versions")
    @Allowed({IM, IS, ID})
    List<ProfileView> versions(@PathVariable UUID id) {
        var profile = desk.get(id);
        return profile.getVersions().stream()
                .map(version -> shown(profile, version))
                .toList();
    }

    @GetMapping
    @Allowed({IM, IS, ID})
    Page<ProfileView> all(
            @RequestParam(required = false) @Nullable UUID companyId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(companyId, Pages.of(limit, after)).map(this::masked);
    }

    private ProfileView shown(CompanyDescription profile, ProfileVersion version) {
        return ProfileView.of(profile, version, persons.shown(profile, version));
    }

    /** Lists and the answers to commands name no persons. */
    private ProfileView masked(CompanyDescription profile) {
        var newest = profile.newest();
        return ProfileView.of(profile, newest, persons.masked(newest));
    }
}
