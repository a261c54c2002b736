/** Random documents, indexes, changes and questions: servers against a model that shares nothing with them. */
@NullMarked
package io.fangwei.localmongo.differential;

import org.jspecify.annotations.NullMarked;
