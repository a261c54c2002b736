package io.fangwei.localmongo.stages;

/** The time and the memory that a command may use. */
public interface Allowance {

    /** Of a pipeline that one document goes through. */
    Allowance OF_ONE_DOCUMENT = new Allowance() {
        @Override
        public void refuseIfOver() {}

        @Override
        public long mostHeld() {
            return Long.MAX_VALUE;
        }
    };

    /** Refuses to go on when the time is over. */
    void refuseIfOver();

    /** How many bytes of documents a blocking step may hold. */
    long mostHeld();
}
