package io.fangwei.launcher.demo;

import io.fangwei.kernel.store.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who takes part in the demo year. */
record Cast(
        List<Insurer> insurers,
        List<Company> companies,
        List<Institution> institutions,
        List<Professional> professionals) {

    record Insurer(String key, String licenceNo, String name, String shortName, String accrualRate, String hotline) {

        UUID id() {
            return Ids.of("insurer", licenceNo);
        }

        String manager() {
            return "im." + key;
        }

        String staff() {
            return "is." + key;
        }

        String officer() {
            return "ic." + key;
        }
    }

    record Company(
            String key,
            String uscc,
            String name,
            String shortName,
            String industry,
            String scale,
            String area,
            String address,
            String safetyHead) {

        String user() {
            return "id." + key;
        }

        String slot() {
            return "company-" + key;
        }
    }

    record Institution(
            String key,
            String uscc,
            String name,
            String shortName,
            List<String> kinds,
            String address,
            int fullTimeProfessionals,
            Permit permit) {

        String user() {
            return "si." + key;
        }

        String slot() {
            return "institution-" + key;
        }
    }

    record Permit(String kind, String number, String authority) {}

    /** @param employer key of the institution or insurer */
    record Professional(
            String staffNo,
            String name,
            String source,
            String employer,
            String title,
            String titleLevel,
            int safetyWorkYears,
            List<String> items,
            Certificate certificate,
            @Nullable Lapse lapse) {

        boolean isOfInstitution() {
            return source.equals("INSTITUTION");
        }

        String user() {
            var number = Integer.parseInt(staffNo.replaceAll("\\D", ""));
            return "sp." + employer + (source.equals("EXTERNAL") ? ".w" : "") + number;
        }

        /** Who looks after the person's file. */
        String keeper() {
            return (isOfInstitution() ? "si." : "im.") + employer;
        }

        String slot() {
            return "professional-" + staffNo;
        }

        boolean covers(String item) {
            return items.contains(item);
        }
    }

    record Certificate(String kind, String level, String number, LocalDate from, LocalDate to) {}

    /** A certificate that ends before a visit that had been planned. */
    record Lapse(LocalDate serviceOn, LocalDate renewedOn, String insurer) {}

    static Cast read() {
        return Resources.read("cast.json", Cast.class);
    }

    Insurer insurer(String key) {
        return by(insurers, Insurer::key).get(key);
    }

    Institution institution(String key) {
        return by(institutions, Institution::key).get(key);
    }

    /** Own and external people of the insurer, without those whose certificate ends during the year. */
    List<Professional> hiredBy(String insurer) {
        return steady(insurer).filter(one -> !one.isOfInstitution()).toList();
    }

    List<Professional> ofInstitution(String institution) {
        return steady(institution).filter(Professional::isOfInstitution).toList();
    }

    private Stream<Professional> steady(String employer) {
        return professionals.stream().filter(one -> one.employer().equals(employer) && one.lapse() == null);
    }

    /** The institutions that an insurer works with: three each, shared in a ring. */
    List<Institution> partnersOf(Insurer insurer) {
        var first = 2 * insurers.indexOf(insurer);
        return List.of(
                institutions.get(first),
                institutions.get(first + 1),
                institutions.get((first + 2) % institutions.size()));
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, one -> one));
    }
}
