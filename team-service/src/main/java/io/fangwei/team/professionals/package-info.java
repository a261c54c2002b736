/**
 * The professionals who serve, with their certificates. {@link Professional} judges on which days somebody is qualified
 * (CD-5.2.4) and notices when that ends. Their names stay in this service.
 */
@NullMarked
package io.fangwei.team.professionals;

import org.jspecify.annotations.NullMarked;
