package io.fangwei.policy.calendars.web;

import io.fangwei.policy.calendars.PackVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule pack as its readers see it. */
record RulePackView(
        UUID id,
        String packId,
        List<String> versions,
        @Nullable PackVersion published,
        @Nullable PackVersion proposed) {}
