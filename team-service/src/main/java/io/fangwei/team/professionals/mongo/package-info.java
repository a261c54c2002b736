/** Where professionals are kept. */
@NullMarked
package io.fangwei.team.professionals.mongo;

import org.jspecify.annotations.NullMarked;
