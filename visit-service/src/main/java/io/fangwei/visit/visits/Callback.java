package io.fangwei.visit.visits;

import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.CompleteCallback;
import io.fangwei.visit.visits.VisitCommand.Rectification;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the company says after the feedback: the survey of App. D.1 and the two questions of App. D.2 (CD-5.3.4.1).
 *
 * @param satisfaction none where the company refused to answer
 */
public record Callback(
        LocalDate on,
        String by,
        Set<ContactChannel> channels,
        boolean refused,
        @Nullable Satisfaction satisfaction,
        @Nullable Boolean problemList,
        @Nullable Boolean rectified,
        @Nullable String opinions,
        @Nullable String dissatisfactionReasons) {

    public Callback {
        channels = Set.copyOf(channels);
    }

    static Callback of(CompleteCallback command, ScoringModel model, LocalDate today, String by) {
        if (command.isRefused()) {
            return new Callback(
                    today,
                    by,
                    command.channels(),
                    true,
                    null,
                    null,
                    null,
                    command.opinions(),
                    command.dissatisfactionReasons());
        }
        var survey = command.survey();
        var form = command.d2();
        if (survey == null || form == null) {
            throw VisitRule.SURVEY_REQUIRED.broken();
        }
        VisitRule.RECTIFICATION_ANSWER_REQUIRED.require(isAnswered(form));
        return new Callback(
                today,
                by,
                command.channels(),
                false,
                Satisfaction.of(survey, model),
                form.problemList(),
                form.rectified(),
                command.opinions(),
                command.dissatisfactionReasons());
    }

    private static boolean isAnswered(Rectification form) {
        return !form.problemList() || form.rectified() != null;
    }

    /** The answers alone. */
    public Callback withoutFreeWords() {
        return new Callback(on, by, channels, refused, satisfaction, problemList, rectified, null, null);
    }

    /** Everything it says, in an order that never changes. */
    List<String> texts() {
        return List.of(
                on.toString(),
                by,
                channels.stream().map(ContactChannel::name).sorted().collect(Collectors.joining(",")),
                satisfaction == null ? "refused" : satisfaction.text(),
                String.valueOf(problemList),
                String.valueOf(rectified),
                Objects.requireNonNullElse(opinions, ""),
                Objects.requireNonNullElse(dissatisfactionReasons, ""));
    }
}
