package io.fangwei.kernel.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.fangwei.kernel.caller.Allowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rules that keep the layout of every service (house style, rule 18). A service's ArchitectureTest names its packages
 * and holds each rule in an {@code @ArchTest} field.
 */
public final class HouseRules {

    private HouseRules() {}

    /** @param features the feature packages, for example {@code "..visit.visits"} */
    public static ArchRule theModelKnowsNoFramework(String... features) {
        var allowed = new java.util.ArrayList<>(java.util.List.of(
                "java..",
                "jakarta.validation..",
                "org.jspecify..",
                "io.fangwei.kernel.calendar..",
                "io.fangwei.kernel.deadlines..",
                "io.fangwei.kernel.events..",
                "io.fangwei.kernel.files..",
                "io.fangwei.kernel.problems..",
                "io.fangwei.kernel.paging..",
                "io.fangwei.kernel.scoring.."));
        allowed.addAll(java.util.List.of(features));
        return classes()
                .that()
                .resideInAnyPackage(features)
                .and()
                .areNotAnnotatedWith(Service.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new));
    }

    public static ArchRule nothingDependsOnAnAdapter() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "..mongo..", "..messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..web..", "..mongo..", "..messaging..");
    }

    /** @param base for example {@code "io.fangwei.visit"} */
    public static ArchRule featuresFormNoCycle(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    public static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    public static ArchRule controllersAreHidden() {
        return classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();
    }

    public static ArchRule everyEndpointNamesItsRoles() {
        return methods()
                .that()
                .areAnnotatedWith(GetMapping.class)
                .or()
                .areAnnotatedWith(PostMapping.class)
                .or()
                .areAnnotatedWith(PutMapping.class)
                .or()
                .areAnnotatedWith(DeleteMapping.class)
                .should()
                .beAnnotatedWith(Allowed.class);
    }

    public static ArchRule noFieldInjection() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
    }
}
