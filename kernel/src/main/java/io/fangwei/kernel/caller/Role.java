package io.fangwei.kernel.caller;

/** The roles of requirements section 6. */
public enum Role {
    /** insurer manager (management body) */
    IM,
    /** insurer service staff */
    IS,
    /** insurer complaint officer */
    IC,
    /** insured company user */
    ID,
    /** institution administrator */
    SI,
    /** professional */
    SP,
    /** broker */
    BR,
    /** city platform, a machine */
    CP,
    /** emergency-management department */
    EA,
    /** financial regulator */
    FR,
    /** industry self-regulation body */
    SR,
    /** third-party assessor */
    AS,
    /** the public */
    PU,
    /** platform administrator */
    AD,
    /** service account */
    SV
}
