package io.fangwei.policy;

import io.fangwei.kernel.personal.PersonalFields;
import io.fangwei.kernel.personal.PersonalSettings;
import io.fangwei.kernel.store.StoreContext;
import io.fangwei.policy.profiles.ProfileForm;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What the forms say to this service. */
@Configuration
@EnableConfigurationProperties(PersonalSettings.class)
class PolicyConfiguration {

    @Bean
    PersonalFields personalFields(PersonalSettings settings, StoreContext store) {
        return PersonalFields.of(settings.keys(), store.collection(PersonalFields.KEYS), settings.where());
    }

    @Bean
    ProfileForm profileForm() throws IOException {
        try (var in = new ClassPathResource("forms/enterprise-profile.json").getInputStream()) {
            return new JsonMapper().readValue(in, ProfileForm.class);
        }
    }
}
