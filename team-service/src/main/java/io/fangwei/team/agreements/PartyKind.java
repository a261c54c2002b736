package io.fangwei.team.agreements;

/** With whom an insurer agrees (CD-5.2.5a). */
public enum PartyKind {
    INSTITUTION,
    PROFESSIONAL,
    BROKER
}
