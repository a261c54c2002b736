package io.fangwei.kernel.listening;

import com.mongodb.MongoClientException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.fangwei.kernel.problems.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** The failures that say nothing about the event: of the database, of the network, of a full outbox. */
final class PassingFailures {

    private static final List<Class<? extends Exception>> KINDS = List.of(
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class,
            MongoSocketException.class,
            MongoTimeoutException.class,
            MongoClientException.class,
            RetriableException.class,
            IOException.class,
            TimeoutException.class);

    private PassingFailures() {}

    static boolean include(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> KINDS.stream().anyMatch(kind -> kind.isInstance(cause))
                        || cause instanceof Failure refused && refused.status().is5xxServerError());
    }
}
