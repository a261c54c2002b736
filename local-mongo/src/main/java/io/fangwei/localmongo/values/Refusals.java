package io.fangwei.localmongo.values;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The errors by which MongoDB says no, with its codes. */
public final class Refusals {

    private Refusals() {}

    /** A value that cannot be meant. */
    public static MongoServerError badValue(String message) {
        return new MongoServerError(2, "BadValue", message);
    }

    /** Something that is not written as MongoDB reads it. */
    public static MongoServerError failedToParse(String message) {
        return new MongoServerError(9, "FailedToParse", message);
    }

    /** A value of another type than the one that is asked for. */
    public static MongoServerError typeMismatch(String message) {
        return new MongoServerError(14, "TypeMismatch", message);
    }

    /** Something that MongoDB does and this server does not. */
    public static MongoServerError notImplemented(String message) {
        return new MongoServerError(238, "NotImplemented", message);
    }

    /** An error that MongoDB knows by its number only. */
    public static MongoServerError location(int code, String message) {
        return new MongoServerError(code, message);
    }
}
