package io.fangwei.complaint.complaints;

import java.util.UUID;

/** The officer who handles a complaint from registration to reply (CD-5.4.1.2). */
public record Handler(UUID officerId, String subject) {}
