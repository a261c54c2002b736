package io.fangwei.kernel.problems;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** The failures that say nothing about the request: the database is away, or about to be somewhere else. */
public final class Absence {

    private static final List<Class<? extends Exception>> KINDS = List.of(
            MongoSocketException.class,
            MongoTimeoutException.class,
            MongoClientException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class);

    private Absence() {}

    /** True if such a failure stands anywhere among the causes. */
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> KINDS.stream().anyMatch(kind -> kind.isInstance(cause))
                        || cause instanceof MongoException answered
                                && answered.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL));
    }
}
