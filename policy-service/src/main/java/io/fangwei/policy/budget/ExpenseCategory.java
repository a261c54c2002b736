package io.fangwei.policy.budget;

/** What prevention money may be spent on (CD-5.1.4b). */
public enum ExpenseCategory {
    ASSIGNMENT,
    EXPERT_FEE,
    TRAINING_MATERIAL,
    TRAVEL,
    EQUIPMENT,
    TECH,
    OTHER
}
