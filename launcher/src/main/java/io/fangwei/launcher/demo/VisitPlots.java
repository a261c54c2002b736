package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Cast.Lapse;
import io.fangwei.launcher.demo.Cast.Professional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thinks up the visits of all policies, and what goes wrong with them, mostly around the two long holidays. */
final class VisitPlots {

    /** The visit whose record is due on a Saturday that is worked for the Spring Festival. */
    static final LocalDate BEFORE_THE_FESTIVAL = LocalDate.of(2025, 1, 23);

    private static final LocalDate SPRING_FROM = LocalDate.of(2025, 1, 14);
    private static final LocalDate SPRING_TO = LocalDate.of(2025, 1, 27);
    private static final LocalDate AUTUMN_FROM = LocalDate.of(2025, 9, 15);
    private static final LocalDate AUTUMN_TO = LocalDate.of(2025, 9, 30);
    private static final LocalDate FIRST_VISIT = LocalDate.of(2025, 1, 6);
    private static final LocalDate LAST_VISIT = LocalDate.of(2025, 12, 25);
    private static final LocalDate LAST_FLAW = LocalDate.of(2025, 11, 12);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2026, 1, 19);

    private final Cast cast;
    private final Story story;
    private final WorkDays days;
    private final Random random;
    private final List<VisitPlot> plots = new ArrayList<>();

    VisitPlots(Cast cast, Story story, WorkDays days, long seed) {
        this.cast = cast;
        this.story = story;
        this.days = days;
        random = new Random(seed);
    }

    List<VisitPlot> all(List<PolicyPlot> policies) {
        policies.forEach(this::visitsOf);
        cast.professionals().stream()
                .filter(one -> one.lapse() != null)
                .forEach(person -> lapsedVisit(person, policies));
        policies.stream()
                .filter(policy -> policy.isRenewal() && !policy.isCancelled())
                .forEach(this::nextYear);
        story.flaws().forEach((insurer, quotas) -> quotas.forEach((flaw, cases) -> spread(insurer, flaw, cases)));
        return List.copyOf(plots);
    }

    private void visitsOf(PolicyPlot policy) {
        var slots = slots(policy);
        for (int i = 0; i < policy.items().size(); i++) {
            add(policy, policy.items().get(i), slots.get(i), null, null);
        }
    }

    /** Evenly over the term, but one before each of the long holidays where the term holds them. */
    private List<LocalDate> slots(PolicyPlot policy) {
        var opens = policy.opens(days);
        var from = opens.isBefore(FIRST_VISIT) ? FIRST_VISIT : opens;
        var to = policy.to().isAfter(LAST_VISIT) ? LAST_VISIT : policy.to();
        var open = days.between(from, to);
        var slots = new ArrayList<LocalDate>();
        var count = policy.items().size();
        for (int i = 0; i < count; i++) {
            var step = open.size() / (double) count;
            slots.add(open.get((int) Math.min(open.size() - 1, i * step + random.nextDouble() * step * 0.8)));
        }
        if (!from.isAfter(SPRING_FROM)) {
            slots.set(0, pick(SPRING_FROM, SPRING_TO));
        }
        slots.stream()
                .filter(day -> day.getMonthValue() == 9 && !policy.to().isBefore(AUTUMN_TO))
                .findFirst()
                .ifPresent(day -> slots.set(slots.indexOf(day), pick(AUTUMN_FROM, AUTUMN_TO)));
        if (policy.no() == 1) {
            slots.set(0, BEFORE_THE_FESTIVAL);
        }
        return slots.stream().sorted().toList();
    }

    private LocalDate pick(LocalDate from, LocalDate to) {
        var open = days.between(from, to);
        return open.get(random.nextInt(open.size()));
    }

    /** Planned for a day on which the certificate still held, then put off. */
    private void lapsedVisit(Professional person, List<PolicyPlot> policies) {
        Lapse lapse = Objects.requireNonNull(person.lapse());
        var appointed = days.onOrBefore(person.certificate().to());
        var policy = policies.stream()
                .filter(one -> one.insurer().key().equals(lapse.insurer()) && !one.isRenewal())
                .filter(one -> one.to().isAfter(lapse.serviceOn().plusMonths(1)))
                .skip(person.staffNo().hashCode() & 3)
                .findFirst()
                .orElseThrow();
        add(policy, policy.items().get(0), lapse.serviceOn(), appointed, person);
    }

    private void nextYear(PolicyPlot policy) {
        add(policy, policy.items().get(0), days.after(NEXT_YEAR, random.nextInt(8)), null, null);
    }

    private void add(
            PolicyPlot policy,
            String item,
            LocalDate day,
            @Nullable LocalDate appointed,
            @Nullable Professional alsoComes) {
        var no = plots.size() + 1;
        var able = PolicyPlots.rotated(
                policy.group().stream().filter(one -> one.covers(item)).toList(), no);
        var two = item.equals(VisitPlot.RISK_ASSESSMENT) || item.equals(VisitPlot.HAZARD_SCREENING) || no % 3 == 0;
        var people = Stream.concat(able.stream().limit(two ? 2 : 1), Stream.ofNullable(alsoComes))
                .toList();
        plots.add(new VisitPlot(
                no,
                policy,
                item,
                day,
                appointed,
                people,
                Set.of(),
                day.equals(BEFORE_THE_FESTIVAL) && policy.no() == 1));
    }

    /** Gives the flaw to so many visits of the insurer, those around the holidays first. */
    private void spread(String insurer, Flaw flaw, int cases) {
        if (flaw == Flaw.LATE_NOTICE) {
            return;
        }
        var order = new Random(insurer.hashCode() * 31L + flaw.name().hashCode());
        var chosen = plots.stream()
                .filter(plot -> plot.insurer().equals(insurer) && mayHave(plot, flaw))
                .map(plot -> Map.entry(plot, order.nextInt()))
                .sorted(Comparator.<Map.Entry<VisitPlot, Integer>, Boolean>comparing(
                                one -> flaw.isLateness() && !isAroundHolidays(one.getKey()))
                        .thenComparing(Map.Entry::getValue))
                .limit(cases)
                .map(Map.Entry::getKey)
                .toList();
        if (chosen.size() < cases) {
            throw new IllegalStateException("Only %d visits of %s may have %s".formatted(chosen.size(), insurer, flaw));
        }
        chosen.forEach(plot -> plots.set(plot.no() - 1, plot.with(flaw)));
    }

    private static boolean mayHave(VisitPlot plot, Flaw flaw) {
        return plot.flaws().isEmpty()
                && !plot.lastDay()
                && plot.appointed() == null
                && !plot.day().isAfter(LAST_FLAW)
                && switch (flaw) {
                    case LATE_FEEDBACK -> plot.isFeedbackDueFromService();
                    case LATE_RECORD, LATE_REVIEW -> !plot.isFeedbackDueFromService();
                    default -> true;
                };
    }

    static boolean isAroundHolidays(VisitPlot plot) {
        return isWithin(plot.day(), SPRING_FROM, SPRING_TO) || isWithin(plot.day(), AUTUMN_FROM, AUTUMN_TO);
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
