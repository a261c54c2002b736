package io.fangwei.policy;

import io.fangwei.policy.profiles.ProfileForm;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What the forms say to this service. */
@Configuration
class PolicyConfiguration {

    @Bean
    ProfileForm profileForm() throws IOException {
        try (var in = new ClassPathResource("forms/enterprise-profile.json").getInputStream()) {
            return new JsonMapper().readValue(in, ProfileForm.class);
        }
    }
}
