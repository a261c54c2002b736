package io.fangwei.complaint;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** After how many working days a complaint closes by itself: without an answer to the reply, and without an escalation. */
@Validated
@ConfigurationProperties("fangwei.complaint")
record ComplaintSettings(
        @Positive @DefaultValue("15") int silentClose,
        @Positive @DefaultValue("30") int unresolvedClose) {}
