package io.fangwei.team.professionals;

/** What qualifies a professional, and under which condition (CD-5.2.4a–c). */
public enum CertificateKind {
    /** CD-5.2.4a: intermediate or above */
    REGISTERED_SAFETY_ENGINEER(Level.INTERMEDIATE, 0),
    /** CD-5.2.4b: intermediate or above, with two years of safety work */
    ENGINEERING_TITLE(Level.INTERMEDIATE, 2),
    /** CD-5.2.4c: recognised by a government department */
    OTHER_RECOGNISED(Level.NONE, 0);

    private final Level lowest;
    private final int safetyWorkYears;

    CertificateKind(Level lowest, int safetyWorkYears) {
        this.lowest = lowest;
        this.safetyWorkYears = safetyWorkYears;
    }

    boolean qualifies(Level level, int yearsOfSafetyWork) {
        return level.isAtLeast(lowest) && yearsOfSafetyWork >= safetyWorkYears;
    }
}
