package io.fangwei.policy.policies;

/** The clauses that a written service contract has at least (GS-7). */
public enum ContractClause {
    GOAL("目标"),
    CONTENT_AND_SCOPE("内容和范围"),
    DELIVERY("交付"),
    PERIOD("期限"),
    PAYMENT("付款"),
    CONFIDENTIALITY("保密"),
    BREACH("违约"),
    STAFF_COMPOSITION("人员组成"),
    LIABILITY_AND_GUARANTEE("责任与担保"),
    COMPLAINTS_AND_DISPUTES("投诉与外部争议解决"),
    COMPENSATION("赔偿");

    private final String chinese;

    ContractClause(String chinese) {
        this.chinese = chinese;
    }

    /** Its name as the contract has it. */
    public String chinese() {
        return chinese;
    }
}
