package io.fangwei.policy.profiles;

import java.time.LocalDate;
import java.util.Map;

/** A profile as it was written on a day. */
public record ProfileVersion(int version, LocalDate writtenOn, String by, Map<String, Object> values) {}
