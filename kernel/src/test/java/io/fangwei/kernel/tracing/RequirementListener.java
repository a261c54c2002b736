package io.fangwei.kernel.tracing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down which requirements the tests of a module showed.
 * Classes of an earlier run that did not run this time keep their rows as long as they exist, so that a run of one test
 * does not wipe out the others.
 */
public final class RequirementListener implements TestExecutionListener {

    private final Path file;
    private final Map<MethodSource, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Set<String> classes = ConcurrentHashMap.newKeySet();
    private @Nullable TestPlan plan;

    public RequirementListener() {
        this(Path.of(System.getProperty("basedir", ""), "target").toAbsolutePath());
    }

    RequirementListener(Path target) {
        this.file = target.resolve(Evidence.FILE);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        outcomes.clear();
        classes.clear();
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        note(skipped, Outcome.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (finished.isTest()) {
                    note(finished, Outcome.PASSED);
                }
            }
            case ABORTED -> note(finished, Outcome.ABORTED);
            case FAILED -> note(finished, Outcome.FAILED);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        var rows = new ArrayList<Evidence>();
        outcomes.forEach((test, outcome) -> rows.addAll(evidence(test, outcome)));
        Evidence.read(file).stream()
                .filter(earlier -> !classes.contains(earlier.testClass()) && stillExists(earlier.testClass()))
                .forEach(rows::add);
        Evidence.write(file, rows);
    }

    private void note(TestIdentifier node, Outcome outcome) {
        methodAbove(node)
                .ifPresentOrElse(
                        test -> {
                            classes.add(test.getClassName());
                            outcomes.merge(test, outcome, Outcome::and);
                        },
                        () -> noteAllBelow(node, outcome));
    }

    private void noteAllBelow(TestIdentifier container, Outcome outcome) {
        classOf(container).ifPresent(classes::add);
        running().getDescendants(container).forEach(child -> {
            classOf(child).ifPresent(classes::add);
            methodAbove(child).ifPresent(test -> {
                classes.add(test.getClassName());
                outcomes.merge(test, outcome, Outcome::and);
            });
        });
    }

    private Optional<MethodSource> methodAbove(TestIdentifier node) {
        return Stream.iterate(
                        Optional.of(node),
                        Optional::isPresent,
                        child -> running().getParent(child.orElseThrow()))
                .flatMap(child -> child.flatMap(TestIdentifier::getSource).stream())
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .reduce((inner, outer) -> outer);
    }

    private static Optional<String> classOf(TestIdentifier node) {
        return node.getSource()
                .filter(ClassSource.class::isInstance)
                .map(ClassSource.class::cast)
                .map(ClassSource::getClassName);
    }

    private static List<Evidence> evidence(MethodSource test, Outcome outcome) {
        var sentence = test.getMethodName().replace('_', ' ');
        return ids(test).stream()
                .map(id -> new Evidence(id, test.getClassName(), sentence, outcome))
                .toList();
    }

    private static Set<String> ids(MethodSource test) {
        var ids = new LinkedHashSet<String>();
        AnnotationSupport.findAnnotation(test.getJavaMethod(), Requirement.class)
                .ifPresent(found -> ids.addAll(List.of(found.value())));
        Stream.<Class<?>>iterate(test.getJavaClass(), Objects::nonNull, Class::getEnclosingClass)
                .forEach(type -> AnnotationSupport.findAnnotation(type, Requirement.class)
                        .ifPresent(found -> ids.addAll(List.of(found.value()))));
        return ids;
    }

    private static boolean stillExists(String testClass) {
        try {
            Class.forName(testClass, false, RequirementListener.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError gone) {
            return false;
        }
    }

    private TestPlan running() {
        return Objects.requireNonNull(plan, "no test plan is running");
    }
}
