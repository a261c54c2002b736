package io.fangwei.launcher.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the demo year is about: industries with their hazards, service items, complaints, and what goes wrong. */
record Story(
        Map<String, Map<Flaw, Integer>> flaws,
        Map<String, Industry> industries,
        Map<String, Item> items,
        List<Grievance> complaints) {

    /** @param hazards the last of which is a major one */
    record Industry(
            String code,
            String name,
            String features,
            String equipment,
            String risks,
            String history,
            List<FoundHazard> hazards) {}

    record FoundHazard(
            String description,
            String category,
            String cause,
            String place,
            String advice,
            String measures,
            String treatment,
            @Nullable String criterion) {

        boolean isMajor() {
            return criterion != null;
        }
    }

    /** @param fields what the record of the item must say */
    record Item(
            String name,
            String content,
            String measures,
            String deliverables,
            String place,
            Map<String, String> fields,
            List<String> files) {}

    /** @param about {@code VISIT} or {@code POLICY} */
    record Grievance(
            String insurer,
            LocalDate on,
            String category,
            String kind,
            String channel,
            String filedBy,
            String about,
            ComplaintCourse course,
            String upheld,
            String request,
            String facts,
            String measures) {

        boolean isFiledByStaff() {
            return filedBy.equals("IC");
        }
    }

    static Story read() {
        return Resources.read("story.json", Story.class);
    }

    Industry industryOf(Cast.Company company) {
        return industries.get(company.industry());
    }

    Item item(String item) {
        return items.get(item);
    }
}
