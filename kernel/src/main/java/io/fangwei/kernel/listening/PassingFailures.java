package io.fangwei.kernel.listening;

import io.fangwei.kernel.problems.Absence;
import io.fangwei.kernel.problems.Failure;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;

/** The failures that say nothing about the event: of the database, of the network, of a full outbox. */
public final class PassingFailures {

    private PassingFailures() {}

    public static boolean include(Throwable failure) {
        return Absence.isBehind(failure)
                || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof RetriableException
                                || cause instanceof IOException
                                || cause instanceof TimeoutException
                                || cause instanceof Failure refused
                                        && refused.status().is5xxServerError());
    }
}
