package io.fangwei.visit.visits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as far as the rules of a visit ask for it.
 *
 * @param professionalId none for somebody who is no professional
 * @param insured true for the company's own people
 */
public record Actor(String subject, @Nullable UUID professionalId, boolean insured) {}
