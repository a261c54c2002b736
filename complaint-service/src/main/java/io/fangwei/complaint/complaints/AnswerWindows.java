package io.fangwei.complaint.complaints;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.Deadlines;
import java.time.LocalDate;

/**
 * How long a company may think before its complaint closes by itself (requirements 3.2).
 *
 * @param answer working days after the reply
 * @param escalation working days after the company was dissatisfied
 */
public record AnswerWindows(int answer, int escalation, Deadlines deadlines) {

    WorkingCalendar calendar() {
        return deadlines.calendar();
    }

    LocalDate answerBy(LocalDate repliedOn) {
        return calendar().after(repliedOn, answer);
    }

    LocalDate escalateBy(LocalDate dissatisfiedOn) {
        return calendar().after(dissatisfiedOn, escalation);
    }
}
