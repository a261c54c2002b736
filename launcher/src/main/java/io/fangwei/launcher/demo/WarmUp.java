package io.fangwei.launcher.demo;

import java.util.Map;

/**
 * The first question to team-service after a start takes longer than the later ones, so it is asked ahead: of team-service
 * itself, and of visit-service by naming somebody new at a check-in that is over and therefore refused.
 */
final class WarmUp {

    private static final int TIMES = 6;

    private final PlatformClient platform;
    private final Progress progress;
    private final Slots slots;

    WarmUp(PlatformClient platform, Progress progress, Slots slots) {
        this.platform = platform;
        this.progress = progress;
        this.slots = slots;
    }

    void before(DemoYear year) {
        for (int i = 0; i < TIMES; i++) {
            platform.get("is.huaxi", eligibility(year));
        }
        year.visits().stream()
                .filter(visit -> progress.has(checkIn(visit)))
                .limit(TIMES)
                .forEach(visit -> {
                    var step = checkIn(visit);
                    var newcomers = visit.policy().group().stream()
                            .filter(one -> !visit.people().contains(one))
                            .map(one -> Step.ref(one.slot()))
                            .toList();
                    platform.post(
                            step.user(),
                            slots.filled(step.path()),
                            "warm-up",
                            slots.filled(Map.of("presentIds", newcomers)));
                });
    }

    private static Step checkIn(VisitPlot visit) {
        return Step.post(
                visit.slot() + "-check-in",
                visit.actor(),
                "/api/visit/v1/visits/" + Step.ref(visit.slot()) + "/check-ins");
    }

    private static String eligibility(DemoYear year) {
        return "/api/team/v1/eligibility?item=TRAINING&on=2025-01-10&insurerId=%1$s&professionalId=%1$s"
                .formatted(year.cast().insurer("huaxi").id());
    }
}
