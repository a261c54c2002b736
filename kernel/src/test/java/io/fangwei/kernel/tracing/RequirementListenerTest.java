package io.fangwei.kernel.tracing;

import static io.fangwei.kernel.tracing.Outcome.ABORTED;
import static io.fangwei.kernel.tracing.Outcome.FAILED;
import static io.fangwei.kernel.tracing.Outcome.PASSED;
import static io.fangwei.kernel.tracing.Outcome.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RequirementListenerTest {

    @TempDir
    private Path target;

    @Test
    void each_test_with_a_requirement_is_written_down_with_its_result() {
        run(Tagged.class);

        assertThat(evidence())
                .filteredOn(row -> row.testClass().equals(Tagged.class.getName()))
                .extracting(Evidence::id, Evidence::sentence, Evidence::outcome)
                .containsExactly(
                        tuple("X-1", "it holds", PASSED),
                        tuple("X-2", "it holds", PASSED),
                        tuple("X-3", "it breaks", FAILED),
                        tuple("X-4", "it is switched off", SKIPPED),
                        tuple("X-5", "it cannot be told here", ABORTED));
    }

    @Test
    void a_test_with_many_invocations_passes_only_if_all_do() {
        run(Repeated.class);

        assertThat(evidence())
                .extracting(Evidence::id, Evidence::outcome)
                .containsExactly(
                        tuple("X-1", PASSED), tuple("X-2", FAILED), tuple("X-3", PASSED), tuple("X-4", FAILED));
    }

    @Test
    void a_requirement_on_a_class_holds_for_all_its_tests_and_nested_classes() {
        run(Whole.class);

        assertThat(evidence())
                .extracting(Evidence::id, Evidence::sentence)
                .containsExactly(tuple("X-9", "it holds"), tuple("X-9", "it holds inside"));
    }

    @Test
    void a_class_that_cannot_be_set_up_shows_nothing() {
        run(Broken.class);

        assertThat(evidence()).extracting(Evidence::outcome).containsExactly(FAILED);
    }

    @Test
    void a_later_run_replaces_its_classes_and_forgets_those_that_are_gone() {
        Evidence.write(
                target.resolve(Evidence.FILE),
                List.of(
                        new Evidence("X-7", Tagged.class.getName(), "it holds no more", PASSED),
                        new Evidence("X-8", Repeated.class.getName(), "it did not run this time", PASSED),
                        new Evidence("X-9", "io.fangwei.RemovedTest", "it is gone", PASSED)));

        run(Tagged.class);

        assertThat(evidence()).extracting(Evidence::id).contains("X-1", "X-8").doesNotContain("X-7", "X-9");
    }

    private List<Evidence> evidence() {
        return Evidence.read(target.resolve(Evidence.FILE));
    }

    private void run(Class<?> tests) {
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new RequirementListener(target))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(tests))
                        .build());
    }

    static class Tagged {

        @Test
        @Requirement({"X-1", "X-2"})
        void it_holds() {}

        @Test
        @Requirement("X-3")
        void it_breaks() {
            fail("on purpose");
        }

        @Test
        @Disabled
        @Requirement("X-4")
        void it_is_switched_off() {}

        @Test
        @Requirement("X-5")
        void it_cannot_be_told_here() {
            Assumptions.abort();
        }

        @Test
        void it_carries_no_requirement() {}
    }

    static class Repeated {

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Requirement("X-1")
        void all_pass(int number) {
            assertThat(number).isPositive();
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 2})
        @Requirement("X-2")
        void one_fails(int number) {
            assertThat(number).isPositive();
        }

        @TestFactory
        @Requirement("X-3")
        Stream<DynamicTest> all_made_pass() {
            return Stream.of("a", "b").map(name -> DynamicTest.dynamicTest(name, () -> {}));
        }

        @TestFactory
        @Requirement("X-4")
        Stream<DynamicTest> one_made_fails() {
            return Stream.of(true, false)
                    .map(fine -> DynamicTest.dynamicTest(
                            "is " + fine, () -> assertThat(fine).isTrue()));
        }
    }

    @Requirement("X-9")
    static class Whole {

        @Test
        void it_holds() {}

        @Nested
        class Inside {

            @Test
            void it_holds_inside() {}
        }
    }

    static class Broken {

        @BeforeAll
        static void setUp() {
            fail("on purpose");
        }

        @Test
        @Requirement("X-1")
        void it_never_runs() {}
    }
}
