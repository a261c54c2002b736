package io.fangwei.team.vocabulary;

import io.fangwei.kernel.problems.Rule;

/** The rules that this service refuses to break. */
public enum TeamRule implements Rule {
    PERIOD_REVERSED,
    SOURCE_NOT_YOURS,
    INSTITUTION_UNKNOWN,
    BROKER_MISSING,
    PARTY_UNKNOWN,
    MEMBER_UNKNOWN,
    MEMBER_NAMED_TWICE,
    MEMBER_NOT_QUALIFIED,
    MEMBER_NOT_IN_TEAM,
    POLICY_NOT_ACTIVE,
    POLICY_OF_ANOTHER_COMPANY
}
