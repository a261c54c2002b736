package io.fangwei.team.agreements;

/** Where an agreement stands. */
public enum AgreementStatus {
    SIGNED,
    ENDED
}
