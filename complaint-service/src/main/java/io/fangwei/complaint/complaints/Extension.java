package io.fangwei.complaint.complaints;

import java.time.LocalDate;

/** The notice to the company that its complaint needs further checking, and why (CD-5.4.2.1b). */
public record Extension(LocalDate on, String reasonCode, String notice) {}
