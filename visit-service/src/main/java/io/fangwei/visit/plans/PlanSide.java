package io.fangwei.visit.plans;

/** The two sides that must confirm a plan (CD-5.3.1d). */
public enum PlanSide {
    INSURER,
    INSURED
}
