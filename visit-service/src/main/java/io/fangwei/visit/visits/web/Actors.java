package io.fangwei.visit.visits.web;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.visit.visits.Actor;

/** The caller as the rules of a visit see it. */
final class Actors {

    private Actors() {}

    static Actor current() {
        var caller = CurrentCaller.get();
        return new Actor(caller.subject(), caller.professionalId(), caller.has(Role.ID));
    }
}
