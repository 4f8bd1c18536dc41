/** What must not compile: a fault without what its sentence names, or with something else. `tsc --noEmit` is the test. */

import { fault, says } from "../../lib/faults";
import { fail } from "../../lib/result";

export function faults() {
  const day = "2027-03-09";
  const times = { from: "09:00", to: "10:30" };
  const weekday = { weekday: day };
  const session = { text: { own: "en", en: "A visit" } } as const;

  fault("startEarly", { params: { day: { day } } });
  // @ts-expect-error a number is no day
  fault("startEarly", { params: { day: 3 } });
  // @ts-expect-error a text is no day, whatever it says
  fault("startEarly", { params: { day } });
  // @ts-expect-error a day of a course is said otherwise
  fault("startEarly", { params: { day: weekday } });
  // @ts-expect-error nobody knows the day
  fault("startEarly", { params: { day: null } });
  // @ts-expect-error a day is due
  fault("startEarly", { params: {} });
  // @ts-expect-error the sentence names a day
  fault("startEarly");

  fault("tooLong", { params: { max: 200 } });
  // @ts-expect-error a text is no number
  says("tooLong", { params: { max: "200" } });
  fault("noPlace", { params: { name: { person: { name: "رنا", latinName: "Rana" } } } });
  // @ts-expect-error one name, which may not be the reader's
  fault("noPlace", { params: { name: "Rana" } });
  // @ts-expect-error a day is no person
  fault("noPlace", { params: { name: { day } } });
  // @ts-expect-error this sentence has no words for that there is none
  fault("noPlace", { params: { name: null } });
  fail("undoDatesChanged", { params: { from: null, to: null } });

  fault("swapMeets", { params: { kind: "named", session, weekday, times } });
  // @ts-expect-error no kind of session
  fault("swapMeets", { params: { kind: "lunch", session, weekday, times } });
  // @ts-expect-error a text in one language, as nobody can tell
  fault("swapMeets", { params: { kind: "named", session: "A visit", weekday, times } });
  // @ts-expect-error times put into words too early
  fault("swapMeets", { params: { kind: "named", session, weekday, times: "09:00–10:30" } });
  fault("workshopOver", { params: { state: "closed" } });
  // @ts-expect-error no state of a course
  fault("workshopOver", { params: { state: "over" } });
  const counts = { count: 21, before: 20, earlier: "enrolled" } as const;
  fault("countAboveEarlier", { params: { ...counts, measure: "completed" } });
  // @ts-expect-error nothing that is counted
  fault("countAboveEarlier", { params: { ...counts, measure: "total" } });

  fault("alreadyInCourse", { registration: { courseId: 1, registrationId: 2 } });
  // @ts-expect-error addresses are the page's
  fault("alreadyInCourse", { href: "/desk/courses/1/registrations/2" });
  // @ts-expect-error leads to a registration
  fault("alreadyInCourse");
  // @ts-expect-error names nothing
  fault("required", { params: { name: "Rana" } });
}
