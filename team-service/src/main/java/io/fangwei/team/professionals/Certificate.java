package io.fangwei.team.professionals;

import io.fangwei.team.vocabulary.Validity;
import java.util.UUID;

/** A certificate or title of a professional and the days on which it holds. */
public record Certificate(UUID id, CertificateKind kind, Level level, String number, Validity validity) {

    boolean qualifies(int safetyWorkYears) {
        return kind.qualifies(level, safetyWorkYears);
    }
}
