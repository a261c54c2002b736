package io.fangwei.complaint.officers;

/** The ways by which a complaint can come (requirements 4.5). */
public enum ChannelKind {
    HOTLINE,
    WEB,
    WECHAT,
    EMAIL,
    LETTER,
    VISIT
}
