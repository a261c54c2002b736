/**
 * What an insurer has agreed with institutions, hired professionals and brokers. Without an agreement in force on the day
 * nobody of the other party is eligible (CD-5.2.5a).
 */
@NullMarked
package io.fangwei.team.agreements;

import org.jspecify.annotations.NullMarked;
