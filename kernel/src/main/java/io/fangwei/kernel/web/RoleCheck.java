package io.fangwei.kernel.web;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets only those roles through that the endpoint names; an endpoint that names none lets nobody through. */
final class RoleCheck implements HandlerInterceptor {

    private static final Role[] NOBODY = {};

    private final AuditLog audit;

    RoleCheck(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !ErrorController.class.isAssignableFrom(method.getBeanType())) {
            var allowed = method.getMethodAnnotation(Allowed.class);
            var caller = CurrentCaller.get();
            var role = Arrays.stream(allowed == null ? NOBODY : allowed.value())
                    .filter(caller::has)
                    .findFirst();
            if (role.isEmpty()) {
                audit.refused(caller, AuditLog.Refused.ROLE, request.getMethod() + " " + request.getRequestURI());
                throw new Failure(HttpStatus.FORBIDDEN, KernelRule.ROLE_NOT_ALLOWED);
            }
            CurrentCommand.find().ifPresent(command -> command.actAs(role.get()));
        }
        return true;
    }
}
