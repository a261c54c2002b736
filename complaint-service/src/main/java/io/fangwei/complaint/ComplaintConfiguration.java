package io.fangwei.complaint;

import io.fangwei.complaint.complaints.AnswerWindows;
import io.fangwei.kernel.deadlines.Deadlines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service needs besides the kernel. */
@Configuration
class ComplaintConfiguration {

    @Bean
    AnswerWindows answerWindows(ComplaintSettings settings, Deadlines deadlines) {
        return new AnswerWindows(settings.silentClose(), settings.unresolvedClose(), deadlines);
    }
}
