package io.fangwei.launcher.roles;

import java.util.concurrent.atomic.AtomicInteger;

/** Unified social credit codes that nobody has yet (GB 32100). */
final class Usccs {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Usccs() {}

    static String fresh() {
        var code = "91510100MA7%06d".formatted(NUMBER.incrementAndGet());
        var sum = 0;
        var weight = 1;
        for (var character : code.toCharArray()) {
            sum += ALPHABET.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return code + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
