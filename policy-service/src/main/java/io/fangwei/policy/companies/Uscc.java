package io.fangwei.policy.companies;

import io.fangwei.policy.rules.PolicyRule;

/** A unified social credit code: 18 characters, the last of which checks the others (GB 32100). */
public record Uscc(String value) {

    public static final String PATTERN = "[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public Uscc {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("Not a unified social credit code: " + value);
        }
        PolicyRule.USCC_CHECK_FAILED.require(checkCharacter(value) == value.charAt(17), value);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
