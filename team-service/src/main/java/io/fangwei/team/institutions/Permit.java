package io.fangwei.team.institutions;

import io.fangwei.team.vocabulary.Validity;

/** A qualification or permit of the field (CD-5.2.3d). */
public record Permit(String kind, String number, String authority, Validity validity) {}
