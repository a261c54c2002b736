package io.fangwei.visit.hazards;

/** How grave a hazard is, with the clock of its written notice (CD-6.3.2.3, AMB-13). */
public enum HazardLevel {
    GENERAL("CLK-10"),
    MAJOR("CLK-11");

    private final String noticeClock;

    HazardLevel(String noticeClock) {
        this.noticeClock = noticeClock;
    }

    String noticeClock() {
        return noticeClock;
    }
}
