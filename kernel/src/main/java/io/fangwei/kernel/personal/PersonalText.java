package io.fangwei.kernel.personal;

/** A text about a natural person. Printing it gives nothing away; whoever needs it asks for it. */
public final class PersonalText {

    /** What stands in its place. */
    public static final String MASK = "•••";

    private final String plain;

    private PersonalText(String plain) {
        this.plain = plain;
    }

    public static PersonalText of(String plain) {
        return new PersonalText(plain);
    }

    public String reveal() {
        return plain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalText text && plain.equals(text.plain);
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
