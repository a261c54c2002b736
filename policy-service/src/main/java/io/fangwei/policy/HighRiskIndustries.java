package io.fangwei.policy;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The industries that count as high-risk, as beginnings of their codes in GB/T 4754. The list is open: an operator adds to
 * it (CD-6b, AMB-18).
 */
@Validated
@ConfigurationProperties("policy.high-risk")
public record HighRiskIndustries(@NotEmpty List<String> industries) {

    public boolean include(String industryCode) {
        var digits = industryCode.replaceFirst("^[A-T]", "");
        return industries.stream().anyMatch(digits::startsWith);
    }
}
