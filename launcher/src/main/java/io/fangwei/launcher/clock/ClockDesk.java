package io.fangwei.launcher.clock;

import java.net.URI;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where people read the demo clock and administrators move it. */
@RestController
@RequestMapping("/demo/clock")
class ClockDesk {

    /** @param hold whether the clock stands still until the next move */
    record Move(@Nullable OffsetDateTime moveTo, @Nullable Boolean hold) {}

    private final ClockMoves moves;

    ClockDesk(ClockMoves moves) {
        this.moves = moves;
    }

    @GetMapping
    ClockReading read() {
        return moves.read();
    }

    @PostMapping
    ResponseEntity<?> move(@RequestBody Move wanted) {
        if (wanted.moveTo() == null) {
            return unreadable();
        }
        moves.moveTo(wanted.moveTo().toInstant(), Boolean.TRUE.equals(wanted.hold()));
        return ResponseEntity.ok(moves.read());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "malformed-request",
                "需要带时区的时间 / wanted: {\"moveTo\":\"2025-03-11T09:00+08:00\",\"hold\":true}");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> runsBack(RunsBack refused) {
        return problem(HttpStatus.CONFLICT, "clock-never-runs-back", "时钟不能倒拨 / " + refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notNow(NotNow waiting) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE, "business-not-at-rest", "业务尚未静止，请稍后重试 / " + waiting.getMessage());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String rule, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + rule));
        problem.setTitle(rule);
        problem.setProperty("rule", rule);
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(problem);
    }
}
