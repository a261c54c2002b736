/** The words that all features of this service share, and the rules that it refuses to break. */
@NullMarked
package io.fangwei.team.vocabulary;

import org.jspecify.annotations.NullMarked;
