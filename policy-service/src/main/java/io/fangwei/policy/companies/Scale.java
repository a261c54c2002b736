package io.fangwei.policy.companies;

/** How large a company is, as its insurer states it (AMB-17). */
public enum Scale {
    LARGE,
    MEDIUM,
    SMALL,
    MICRO
}
