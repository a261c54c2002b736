package io.fangwei.visit.visits;

/** The parts of the archive that one visit brings along (CD-5.3.4.2). */
public enum ArchiveKind {
    PLAN,
    PEOPLE,
    RECORD,
    DELIVERABLES,
    CALLBACK,
    COMPLAINTS
}
