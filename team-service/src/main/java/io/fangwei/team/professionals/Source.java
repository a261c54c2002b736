package io.fangwei.team.professionals;

/** Where an insurer takes professionals from (CD-5.2.2a). */
public enum Source {
    OWN,
    INSTITUTION,
    EXTERNAL,
    BROKER
}
