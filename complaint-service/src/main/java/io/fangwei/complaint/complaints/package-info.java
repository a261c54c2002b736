/**
 * A complaint or objection (CD 5.4, requirements 3.2). The company files it, an officer of the insurer handles it, a manager\n * approves the reply, and the company accepts it or takes it further. {@link io.fangwei.complaint.complaints.Complaint} knows\n * the order; {@link io.fangwei.complaint.complaints.ComplaintDesk} is the way in.
 */
@NullMarked
package io.fangwei.complaint.complaints;

import org.jspecify.annotations.NullMarked;
