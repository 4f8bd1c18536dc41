import type { Who } from "./servers";
import type { Fixtures } from "./world/fixtures";

/** A page that is measured, by its address in either file. */
export type Page = { name: string; who: Who; at: (fixtures: Fixtures) => string };

const page = (name: string, who: Who, at: string | Page["at"]): Page => ({
  name,
  who,
  at: typeof at === "string" ? () => at : at,
});
const q = (path: string, text: string) => `${path}?q=${encodeURIComponent(text)}`;
const both = (name: string, at: string | Page["at"]) => [
  page(name, "administrator", at),
  page(name, "coordinator", at),
];
const course = (purpose: keyof Fixtures["courses"], part: string) => (fixtures: Fixtures) =>
  `/desk/courses/${fixtures.courses[purpose].id}${part}`;

/** Two lines and no data: what any dynamic page costs. */
export const trivial = page("trivial page", null, "/signed-in");

/** Every kind of page, and of lists each way to ask that people use. */
export const pages: Page[] = [
  page("health", null, "/api/health"),
  page("catalogue", null, "/courses"),
  page("catalogue search, all", null, "/courses/search"),
  page("catalogue search, country", null, "/courses/search?country=JO"),
  page("catalogue search, tool", null, "/courses/search?tool=start-coop"),
  page("catalogue search, text", null, q("/courses/search", "Irbid")),
  page("catalogue search, nothing found", null, q("/courses/search", "xyzzy")),
  page("public course", null, ({ courses }) => `/courses/${courses.open.slug}`),
  page("registration form", null, ({ courses }) => `/courses/${courses.open.slug}/register`),
  page("public register", null, "/trainers"),
  page("public register search", null, q("/trainers", "Haddad")),
  page("verify, valid", null, ({ serial }) => `/verify/${serial}`),
  page("verify, unknown", null, "/verify/0000000000000000"),
  page("sign in", null, "/sign-in"),
  page("my courses", "participant", "/my"),
  page("account", "participant", "/account"),
  page("today", "administrator", "/today"),
  page("today", "coordinator", "/today"),
  page("today", "trainer", "/today"),
  page("today", "participant", "/today"),
  ...both("desk courses", "/desk/courses"),
  page("desk courses", "trainer", "/desk/courses"),
  page("desk courses, open", "administrator", "/desk/courses?state=open"),
  ...both("desk courses, text", q("/desk/courses", "Irbid")),
  ...both("new course form", "/desk/courses/new"),
  page("new workshop form", "trainer", "/desk/workshops/new"),
  page("record a past course", "coordinator", "/desk/courses/record"),
  page("overview of 500", "coordinator", course("of500", "")),
  page("edit of 500", "coordinator", course("of500", "/edit")),
  page("timetable of 500", "coordinator", course("of500", "/timetable")),
  page("registrations of 500", "coordinator", course("applied", "/registrations")),
  page("participants of 500", "trainer", course("workshop", "/participants")),
  page("sheet to sign of 500", "trainer", course("workshop", "/sheet")),
  page("people to tell", "coordinator", course("of500", "/tell")),
  page("tests of 500", "coordinator", course("of500", "/tests")),
  page(
    "roll of 25",
    "trainer",
    ({ courses, rolls }) => `/desk/courses/${courses.of25.id}/roll/${rolls.of25}`,
  ),
  page(
    "roll of 500",
    "trainer",
    ({ courses, rolls }) => `/desk/courses/${courses.of500.id}/roll/${rolls.of500}`,
  ),
  page("certificates of 500, ready", "coordinator", course("ready", "/certificates")),
  page("certificates of 500, issued", "coordinator", course("issued", "/certificates")),
  ...both("people", "/desk/people"),
  ...both("people of a programme", "/desk/people?programme=1"),
  ...both("people search, common Arabic", q("/desk/people", "محمد")),
  ...both("people search, common Latin", q("/desk/people", "Haddad")),
  ...both("people search, full Arabic name", q("/desk/people", "محمد حداد")),
  ...both("people search, two letters", q("/desk/people", "مي")),
  ...both("people search, nothing found", q("/desk/people", "xyzzyq")),
  ...both("people search, last digits", q("/desk/people", "4321")),
  ...both("person with 31 courses", ({ person31 }) => `/desk/people/${person31}`),
  page("new person form", "coordinator", "/desk/people/new"),
  ...both("global search, Irbid", q("/desk/search", "Irbid")),
  ...both("global search, Haddad", q("/desk/search", "Haddad")),
  ...both("global search, nothing found", q("/desk/search", "xyzzyq")),
  ...both("trainers", "/desk/trainers"),
  ...both("trainers, text", q("/desk/trainers", "Haddad")),
  ...both("certified on a day", "/desk/trainers/certified?day=2024-03-01"),
  ...both("cascade", "/desk/cascade"),
  ...both("cascade, a period", "/desk/cascade?from=2025-01-01&to=2025-12-31"),
  page("cascade of 500", "coordinator", ({ courses }) => `/desk/cascade/${courses.issued.id}`),
  page("programmes", "administrator", "/desk/programmes"),
  page("programme", "coordinator", "/desk/programmes/1"),
  page("tools", "administrator", "/desk/tools"),
  page("tool", "administrator", "/desk/tools/1"),
  ...both("settings", "/desk/settings"),
  page("country", "administrator", "/desk/settings/countries/JO"),
  page("venue", "coordinator", "/desk/settings/venues/1"),
];
