package io.fangwei.visit.visits;

/** How the company is reached (CD-5.3.4.1b, App. D.1). */
public enum ContactChannel {
    ON_SITE,
    PHONE,
    WECHAT,
    EMAIL,
    OTHER
}
