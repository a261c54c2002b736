package io.fangwei.policy.profiles;

import static java.util.stream.Collectors.toMap;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.personal.PersonalFields;
import io.fangwei.kernel.personal.PersonalText;
import io.fangwei.kernel.personal.Place;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Seals what a profile says of persons and shows it to those who need it: the company itself and the staff who serve it.
 * Each look at it is noted before it is granted (requirements section 6, rule 3; D15).
 */
@Service
public class PersonDesk {

    private static final Role[] WHO_NEED_IT = {Role.ID, Role.IS};
    private static final String COLLECTION = "companyProfiles";

    private final PersonalFields fields;
    private final AuditLog audit;
    private final ProfileForm form;

    public PersonDesk(PersonalFields fields, AuditLog audit, ProfileForm form) {
        this.fields = fields;
        this.audit = audit;
        this.form = form;
    }

    /** What is said of persons, sealed; none where a person is to be forgotten. */
    Map<String, Optional<String>> sealed(UUID profileId, Map<String, ?> values) {
        return form.personsIn(values).stream()
                .collect(toMap(
                        field -> field,
                        field -> Optional.ofNullable(values.get(field))
                                .map(String::valueOf)
                                .filter(text -> !text.isBlank())
                                .map(text -> fields.seal(PersonalText.of(text), place(profileId, field)))));
    }

    /** Everything that a version says, with its persons if the caller needs them. */
    public Map<String, Object> shown(CompanyDescription profile, ProfileVersion version) {
        if (version.persons().isEmpty() || !CurrentCaller.get().hasAnyOf(WHO_NEED_IT)) {
            return masked(version);
        }
        audit.read(
                CurrentCaller.get(),
                "company-profile/%s/versions/%d".formatted(profile.getProfileId(), version.version()),
                version.persons().keySet().stream().sorted().toList());
        var all = new TreeMap<>(version.values());
        version.persons()
                .forEach((field, text) -> all.put(
                        field,
                        fields.open(text, place(profile.getProfileId(), field)).reveal()));
        return all;
    }

    /** Everything that a version says, and of persons only that it names them. */
    public Map<String, Object> masked(ProfileVersion version) {
        var all = new TreeMap<>(version.values());
        version.persons().keySet().forEach(field -> all.put(field, PersonalText.MASK));
        return all;
    }

    private static Place place(UUID profileId, String field) {
        return new Place(COLLECTION, profileId.toString(), field);
    }
}
