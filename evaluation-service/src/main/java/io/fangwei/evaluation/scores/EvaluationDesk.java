package io.fangwei.evaluation.scores;

import io.fangwei.evaluation.findings.Finding;
import io.fangwei.evaluation.findings.Findings;
import io.fangwei.evaluation.insurers.Insurers;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.scoring.ScoringModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where one asks how an insurer did in a year. */
@Service
public class EvaluationDesk {

    private final ScoringModel model;
    private final Insurers insurers;
    private final Tallies tallies;
    private final Findings findings;

    EvaluationDesk(ScoringModel model, Insurers insurers, Tallies tallies, Findings findings) {
        this.model = model;
        this.insurers = insurers;
        this.tallies = tallies;
        this.findings = findings;
    }

    public YearScore score(UUID insurerId, int year) {
        insurers.requireVisible(insurerId);
        return YearScore.of(model, insurerId, year, tallies.of(insurerId, year));
    }

    public Page<Finding> findings(
            UUID insurerId, int year, @Nullable String indicator, @Nullable String ruleId, Pages pages) {
        insurers.requireVisible(insurerId);
        return findings.of(insurerId, year, indicator, ruleId, pages);
    }
}
