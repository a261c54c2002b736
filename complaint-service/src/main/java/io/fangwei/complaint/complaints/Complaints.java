package io.fangwei.complaint.complaints;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All complaints that the caller may see. */
public interface Complaints {

    Complaint add(Complaint complaint, List<ComplaintEvent> events);

    Complaint get(UUID complaintId);

    Optional<Complaint> find(UUID complaintId);

    Complaint change(UUID complaintId, Function<Complaint, List<ComplaintEvent>> action);

    Page<Complaint> page(Filter filter, Pages pages);

    /** Which of them to list. */
    record Filter(
            @Nullable ComplaintStatus status,
            @Nullable UUID companyId,
            @Nullable UUID visitId) {}
}
