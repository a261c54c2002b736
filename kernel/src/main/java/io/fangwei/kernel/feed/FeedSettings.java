package io.fangwei.kernel.feed;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the datasets of a service are kept.
 *
 * @param tombstoneDays how long it is told that a record is gone; a cursor that is older is told to begin anew
 * @param late how far a dataset may lag behind before the alarm is raised
 */
@Validated
@ConfigurationProperties("fangwei.feed")
record FeedSettings(
        @Positive @DefaultValue("400") int tombstoneDays,
        @NotNull @DefaultValue("24h") Duration late) {}
