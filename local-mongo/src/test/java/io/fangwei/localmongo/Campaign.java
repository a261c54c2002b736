package io.fangwei.localmongo;

/** How much of the long runs is wanted: a sample in every build, all with {@code -Pcampaign}. */
final class Campaign {

    /** Printed with each run; the same seed asks for the same rounds. */
    static final long SEED = Long.getLong("fangwei.seed", System.nanoTime());

    private Campaign() {}

    static int rounds(int sample, int all) {
        return isOn() ? all : sample;
    }

    static boolean isOn() {
        return Boolean.getBoolean("fangwei.campaign");
    }
}
