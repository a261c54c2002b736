/** Files that people hand in: streamed, kept in GridFS, named by what they hold (D8). */
@NullMarked
package io.fangwei.kernel.files;

import org.jspecify.annotations.NullMarked;
