package io.fangwei.policy;

import java.util.concurrent.atomic.AtomicInteger;

/** Unified social credit codes that no test has used before. */
public final class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Codes() {}

    public static String fresh() {
        var body = "9151010000%07d".formatted(NEXT.getAndIncrement());
        return ALPHABET.chars()
                .mapToObj(last -> body + (char) last)
                .filter(Codes::isChecked)
                .findFirst()
                .orElseThrow();
    }

    /** By the definition of GB 32100: the weighted sum of all 18 characters is a multiple of 31. */
    private static boolean isChecked(String code) {
        int sum = ALPHABET.indexOf(code.charAt(17));
        int weight = 1;
        for (int i = 0; i < 17; i++, weight = weight * 3 % 31) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
        }
        return sum % 31 == 0;
    }
}
