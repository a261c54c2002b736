package io.fangwei.kernel.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The public name of an event. It outlives the name of the class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** {@code <service>.<fact>.v1} */
    String value();

    /** A local event is journalled and never sent. */
    boolean local() default false;
}
