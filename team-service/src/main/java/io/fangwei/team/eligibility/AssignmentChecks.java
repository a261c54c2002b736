package io.fangwei.team.eligibility;

/** All assignment checks. */
public interface AssignmentChecks {

    AssignmentCheck add(AssignmentCheck check);
}
