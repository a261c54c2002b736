package io.fangwei.policy.imports.rows;

/** Says nothing against a row, which is tried again. */
final class NotGrantedYet extends RuntimeException {

    NotGrantedYet(String policyNo) {
        super("It is not known here yet what " + policyNo + " grants");
    }
}
