package io.fangwei.policy.insurers;

import java.math.BigDecimal;

/** The share of the premium received in a year that an insurer sets aside for prevention (CD-5.1.4a, AMB-19). */
public record AccrualRate(int year, BigDecimal rate) {}
