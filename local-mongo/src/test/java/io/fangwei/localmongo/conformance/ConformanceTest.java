package io.fangwei.localmongo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each case of the suite, asked of each server that can be reached. */
class ConformanceTest {

    private static final int FEWEST = 400;

    @TestFactory
    Stream<DynamicNode> the_answer_is_what_the_manual_says() {
        return Server.all()
                .flatMap(server -> ConformanceCases.FILES.stream()
                        .map(file -> DynamicContainer.dynamicContainer(server + " " + file, asked(server, file))));
    }

    private static Stream<DynamicTest> asked(Server server, String file) {
        var questioning = new Questioning(server);
        return ConformanceCases.of(file)
                .map(each -> DynamicTest.dynamicTest(each.title(), () -> questioning.ask(each)))
                .onClose(questioning::close);
    }

    @Test
    void each_case_names_its_page_and_expects_something() {
        var cases = ConformanceCases.all().toList();

        assertThat(cases).allSatisfy(each -> {
            assertThat(each.page()).as(each.title()).matches("(manual|mongodb-shell)/[a-z0-9./A-Z-]+");
            assertThat(each.said().keySet())
                    .as(each.title())
                    .containsAnyOf(
                            "ids",
                            "docs",
                            "reply",
                            "code",
                            "value",
                            "values",
                            "after",
                            "changed",
                            "unchanged",
                            "uses",
                            "usesOneOf",
                            "contains",
                            "gives");
        });
        assertThat(cases.stream().map(ConformanceCase::name).distinct().count()).isGreaterThan(FEWEST);
        assertThat(cases.stream()
                        .collect(Collectors.groupingBy(ConformanceCase::title))
                        .values())
                .allSatisfy(same -> assertThat(same).as(same.get(0).title()).hasSize(1));
    }
}
