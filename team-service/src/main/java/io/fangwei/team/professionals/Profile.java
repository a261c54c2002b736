package io.fangwei.team.professionals;

import io.fangwei.team.vocabulary.ServiceItemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a professional is and can do (CD-3.5). The name never leaves this service. */
public record Profile(
        String staffNo,
        String name,
        @Nullable String title,
        Level titleLevel,
        int safetyWorkYears,
        List<String> industries,
        List<ServiceItemType> items) {

    public Profile {
        industries = industries.stream().distinct().toList();
        items = items.stream().distinct().toList();
    }
}
