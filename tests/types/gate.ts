/**
 * What must not compile: a course, a session, a person that no gate has handed out, or that was handed out for something
 * else. `tsc` reports each line below that would compile.
 */

import type { Granted } from "../../lib/access/gate";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { createAccount } from "../../lib/accounts/commands/account";
import { createAdministrator, makeAdministrator } from "../../lib/accounts/commands/administrator";
import { invite, inviteByOperator } from "../../lib/accounts/commands/invite";
import { type Context, contextOf, type SystemContext } from "../../lib/acts/context";
import { agreedOf, courseMoved } from "../../lib/admission/commands/moved";
import { promote } from "../../lib/admission/commands/promote";
import { bringBack, release, tellCancelled } from "../../lib/admission/commands/release";
import { settle, unsettle } from "../../lib/admission/commands/settle";
import { recount } from "../../lib/attendance/commands/recount";
import { keepingApproval } from "../../lib/courses/commands/keepApproval";
import { putModules } from "../../lib/courses/commands/put";
import { deskCourse, endingIn } from "../../lib/courses/queries";
import { type CourseRow, courseRow } from "../../lib/courses/store";
import { forgetAttempts } from "../../lib/limits/commands";
import { listUnsent, mailFailed, mailSent, takeMail } from "../../lib/messages/outbox";
import { forgetPageChanges, notePagesChanged } from "../../lib/pages/commands";
import { saveSensitiveFacts } from "../../lib/people/commands/facts";
import { giveRole } from "../../lib/people/commands/giveRole";
import { peopleList, personPage } from "../../lib/people/queries";
import { personRow } from "../../lib/people/store";
import { forgetAddresses } from "../../lib/registrations/commands";
import { addRegistration, move, moveWithCourse } from "../../lib/registrations/commands/move";
import type { RegistrationRow } from "../../lib/registrations/store";
import { forgetTimetableChanges } from "../../lib/timetable/commands";
import { keepTimes } from "../../lib/timetable/commands/keepTimes";
import { putSessions } from "../../lib/timetable/commands/put";
import { putProposal } from "../../lib/timetable/commands/putProposal";
import { removeSessions } from "../../lib/timetable/commands/remove";

declare const cx: Context;
declare function takesRoll(cx: Context, course: Granted<CourseRow, "roll.take">): void;
declare function reads(cx: Context, course: Granted<CourseRow, "course.read" | "roll.take">): void;

takesRoll(cx, gate.course(cx, "roll.take", 1));
reads(cx, gate.course(cx, "roll.take", 1));

// @ts-expect-error a key is no course
takesRoll(cx, 1);
// @ts-expect-error a row that nobody asked for
takesRoll(cx, courseRow(cx, 1)!);
// @ts-expect-error granted for something else
takesRoll(cx, gate.course(cx, "course.read", 1));
// @ts-expect-error granted for less
takesRoll(cx, gate.courseFor(cx, "course.read", gate.course(cx, "roll.take", 1)));

// What everybody may needs what they know, an address or a token: by a key it would be anybody's.
gate.ownRegistration(cx, "token");
// @ts-expect-error a key is no token
gate.registration(cx, "registration.follow", 1);
// @ts-expect-error a key is no token
gate.course(cx, "registration.follow", 1);
// @ts-expect-error a key is no address
gate.course(cx, "registration.create", 1);
// @ts-expect-error a key is no address, and the course may not be public
gate.course(cx, "public.read", 1);

// What is told of a course is still the same course, for the same purpose.
const told = deskCourse(cx, gate.course(cx, "course.read", 1));
reads(cx, told);
// @ts-expect-error read, not run
endingIn(cx, told);
endingIn(cx, gate.courseFor(cx, "course.run", told));

const reach = gate.reach(cx, "people.read");
personPage(cx, gate.person(cx, "people.read", 1), reach);
peopleList(cx, gate.reach(cx, "people.read"), { q: null, programme: null, after: null });

// @ts-expect-error a person whom nobody asked for
personPage(cx, personRow(cx, 1)!, reach);
// @ts-expect-error everybody
peopleList(cx, { programmes: "all", trainerId: null, trains: [] }, { q: null, programme: null, after: null });

// Inner steps take what a gate handed out: keys and rows do not do.
declare const cxOfProcess: SystemContext;
declare const course: CourseRow;
declare const registration: RegistrationRow;
const mayRegister = gate.courseBySlug(cx, "slug");
const programme = gate.programme(cx, "programmes.edit", 1);
giveRole(cx, programme, gate.person(cx, "people.edit", 1), "trainer");
// @ts-expect-error a person whom nobody asked for
giveRole(cx, programme, personRow(cx, 1)!, "coordinator");
// @ts-expect-error a programme that nobody asked for
giveRole(cx, { id: 1 }, gate.person(cx, "people.edit", 1), "coordinator");
// @ts-expect-error a registration that nobody asked for
saveSensitiveFacts(cx, registration, {});
// @ts-expect-error a registration that nobody asked for
move(cx, registration, "accepted", "decided", null);
// @ts-expect-error a course beside it makes it none that was granted
move(cx, { ...registration, course: told }, "accepted", "decided", null);
// @ts-expect-error a registration of a course that is read, not run
move(cx, gate.rowOf(cx, told, registration), "accepted", "decided", null);
// @ts-expect-error a registration that nobody asked for
moveWithCourse(cx, registration, "attended", "course_ended");
// @ts-expect-error a registration of a course that is read, not run
moveWithCourse(cx, gate.rowOf(cx, told, registration), "attended", "course_ended");
// @ts-expect-error its key and state, of whatever course
moveWithCourse(cx, { id: 1, state: "accepted" }, "attended", "course_ended");
// @ts-expect-error a person whom nobody asked for
createAccount(cx, personRow(cx, 1)!, null);
// @ts-expect-error a key
createAccount(cx, { id: 1, email: null, phone: null }, null);
// @ts-expect-error somebody whom one may read of
createAccount(cx, gate.person(cx, "people.read", 1), null);
// @ts-expect-error a key
recount(cx, 1, 60);
// @ts-expect-error a key
keepTimes(cx, 1, "UTC");
// @ts-expect-error a course that nobody asked for
putProposal(cx, { ...course, startsOn: "", endsOn: "" }, [], [], {} as never);
// @ts-expect-error a key
agreedOf(cx, 1);
// @ts-expect-error a course that nobody asked for
courseMoved(cx, { of: course, over: false, course: {} as never, times: "" });
// @ts-expect-error a key
putModules(cx, 1, []);
// @ts-expect-error a key
settle(cx, 1);
// @ts-expect-error a course that nobody asked for
unsettle(cx, course);
// @ts-expect-error read, not run
release(cx, told);
// @ts-expect-error read, not run
bringBack(cx, told);
// @ts-expect-error a course that nobody asked for
tellCancelled(cx, course, "");
// @ts-expect-error a course that nobody asked for
promote(cx, course);
// @ts-expect-error a course that everybody may see
promote(cx, gate.publicCourse(cx, "slug")!);
// @ts-expect-error a course that nobody asked for
removeSessions(cx, course, [1]);
// @ts-expect-error a course that nobody asked for
keepingApproval(cx, course, () => null);
// @ts-expect-error a course that nobody asked for
putSessions(cx, course, []);
// @ts-expect-error a course that nobody asked for
addRegistration(cx, course, "accepted", gate.self(cx), {} as never, {} as never);
// @ts-expect-error a person whom nobody asked for
addRegistration(cx, mayRegister, "accepted", personRow(cx, 1)!, {} as never, {} as never);
// @ts-expect-error a person whom nobody asked for
invite(cx, personRow(cx, 1)!, true);

// What the process does by itself, or its operator, nobody does in a request.
takeMail(cxOfProcess);
// @ts-expect-error somebody's request
takeMail(cx);
// @ts-expect-error a visitor's
takeMail(contextOf(visitor, 0));
// @ts-expect-error somebody's request
listUnsent(cx);
// @ts-expect-error somebody's request
mailSent(cx, 1);
// @ts-expect-error somebody's request
mailFailed(cx, 1, 1, "code");
// @ts-expect-error somebody's request
inviteByOperator(cx, { accountId: 1, reset: true, grant: true });
// @ts-expect-error a key from a form
makeAdministrator(cx, 1);
// @ts-expect-error somebody's request
createAdministrator(cx, { name: "", email: "", password: "" });
// @ts-expect-error somebody's request
forgetAttempts(cx, 0);
// @ts-expect-error somebody's request
forgetAddresses(cx);
// @ts-expect-error somebody's request
forgetTimetableChanges(cx, 0);
// @ts-expect-error somebody's request
forgetPageChanges(cx, 0);
// @ts-expect-error somebody's request
notePagesChanged(cx, [], 0);
