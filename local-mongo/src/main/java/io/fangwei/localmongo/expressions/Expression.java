package io.fangwei.localmongo.expressions;

import org.jspecify.annotations.Nullable;

/** Something that has a value for each document; the value may be that there is none. */
public interface Expression {

    /** The value in a scope. */
    @Nullable
    Object evaluate(Scope scope);
}
