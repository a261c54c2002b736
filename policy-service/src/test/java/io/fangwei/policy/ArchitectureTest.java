package io.fangwei.policy;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fangwei.kernel.testing.HouseRules;

@AnalyzeClasses(packages = "io.fangwei.policy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_model_knows_no_framework = HouseRules.theModelKnowsNoFramework(
            "..policy.insurers",
            "..policy.companies",
            "..policy.policies",
            "..policy.budget",
            "..policy.calendars",
            "..policy.golive",
            "..policy.imports",
            "..policy.statements",
            "..policy.entitlements",
            "..policy.brokers",
            "..policy.profiles",
            "..policy.rules");

    @ArchTest
    static final ArchRule nothing_depends_on_an_adapter = HouseRules.nothingDependsOnAnAdapter();

    @ArchTest
    static final ArchRule features_form_no_cycle = HouseRules.featuresFormNoCycle("io.fangwei.policy");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = HouseRules.timeComesFromTheClock();

    @ArchTest
    static final ArchRule controllers_are_hidden = HouseRules.controllersAreHidden();

    @ArchTest
    static final ArchRule every_endpoint_names_its_roles = HouseRules.everyEndpointNamesItsRoles();

    @ArchTest
    static final ArchRule no_field_injection = HouseRules.noFieldInjection();
}
