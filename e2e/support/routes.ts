import {
  administrators,
  coordinators,
  courseCoordinator,
  courseTeam,
  desk,
  everyone,
  nowhere,
  otherProgramme,
  planners,
  programme,
  type Row,
  signedIn,
  trainers,
} from "./answers";
import { ask, courseId, type Role, roles } from "./pages";

export * from "./answers";

/** For whom the workshop is that is looked at; the demonstration's trainer scheduled it. */
export const lookedAt = "looked at";
export const ownWorkshop = () =>
  ask<{ id: number }>("SELECT max(id) AS id FROM courses WHERE audience = ?", lookedAt).id;
const id = () => String(courseId("tot-ramallah-demo"));
/** The training of which a tree is drawn. */
const drawn = () => courseId("tot-tshikapa-2022");
const session = () =>
  String(ask<{ id: number }>("SELECT min(id) AS id FROM sessions WHERE course_id = ?", id()).id);
const registration = () =>
  ask<{ id: number; token: string }>(
    "SELECT id, token FROM registrations WHERE course_id = ? ORDER BY id LIMIT 1",
    id(),
  );
/** Somebody whom the trainer registered in their own workshop. */
const registeredByTrainer = () =>
  ask<{ id: number }>("SELECT min(id) AS id FROM registrations WHERE course_id = ?", ownWorkshop()).id;
const personOfCourse = () =>
  String(
    ask<{ id: number }>(
      "SELECT person_id AS id FROM registrations WHERE course_id = ? ORDER BY id LIMIT 1 OFFSET 5",
      id(),
    ).id,
  );
const ofPerson = (at: string) => `/desk/people/${personOfCourse()}${at}`;
const organisation = () =>
  `/desk/organisations/${ask<{ id: number }>("SELECT organisation_id AS id FROM persons WHERE id = ?", Number(personOfCourse())).id}`;
/** A trainer of the programme of that course. */
const trainerOfCourse = () =>
  String(
    ask<{ id: number }>(
      "SELECT m.person_id AS id FROM programme_members m JOIN courses c ON c.programme_id = m.programme_id WHERE c.id = ? AND m.role = 'trainer' AND NOT EXISTS (SELECT 1 FROM programme_members o WHERE o.person_id = m.person_id AND o.programme_id <> m.programme_id) ORDER BY 1",
      id(),
    ).id,
  );
/** A way on which somebody was certified. */
const wayDecided = () => {
  const { person, programme, tool } = ask<{ person: number; programme: number; tool: number }>(
    "SELECT person_id AS person, programme_id AS programme, tool_id AS tool FROM stage_events WHERE kind = 'approved' ORDER BY id LIMIT 1",
  );
  return `/desk/people/${person}/ways/${programme}/${tool}`;
};
const certificate = () =>
  ask<{ serial: string }>(
    "SELECT serial FROM certificates x JOIN registrations r ON r.id = x.registration_id JOIN courses c ON c.id = r.course_id WHERE c.slug = 'user-beirut-2022'",
  ).serial;

/** Every page and file, with an address to try it at and what each role gets. A route without a row fails the test. */
export const routes: Record<string, { row: Row; at?: () => string }> = {
  "/": { row: everyone },
  ...Object.fromEntries(["", "/account", "/desk", "/my", "/api"].map(nowhere)),
  "/courses": { row: everyone },
  "/courses/search": { row: everyone, at: () => "/courses/search?q=x" },
  "/courses/[slug]": { row: everyone, at: () => "/courses/tot-irbid-demo" },
  "/courses/[slug]/register": { row: everyone, at: () => "/courses/tot-irbid-demo/register" },
  "/trainers": { row: everyone },
  "/trainers/[trainer]": {
    row: everyone,
    at: () =>
      `/trainers/${ask<{ address: string }>("SELECT address FROM register_consents WHERE revoked_at IS NULL").address}`,
  },
  "/registrations/[token]": { row: everyone, at: () => `/registrations/${registration().token}` },
  "/kit": { row: everyone },
  "/verify": { row: everyone },
  "/verify/[serial]": { row: everyone, at: () => `/verify/${certificate()}` },
  "/help": { row: everyone },
  "/contact": { row: everyone },
  "/privacy": { row: everyone },
  "/accessibility": { row: everyone },
  "/sign-in": { row: everyone },
  "/sign-in/link": { row: everyone },
  "/sign-in/code": { row: everyone },
  "/sign-in/passkey": { row: everyone },
  "/account/second-step": { row: signedIn },
  "/account/second-step/codes": { row: signedIn },
  "/signed-in": { row: everyone },
  "/today": { row: signedIn },
  "/my": { row: signedIn },
  "/my/away": { row: trainers },
  "/my/calendar": { row: trainers },
  "/my/requests": { row: signedIn },
  "/my/way": { row: signedIn },
  "/more": { row: signedIn },
  "/account": { row: signedIn },
  "/desk/courses": { row: desk },
  "/desk/courses/new": { row: coordinators },
  "/desk/courses/record": { row: coordinators },
  "/desk/courses/[course]": { row: courseTeam, at: () => `/desk/courses/${id()}` },
  "/desk/courses/[course]/edit": { row: courseCoordinator, at: () => `/desk/courses/${id()}/edit` },
  "/desk/courses/[course]/trainers": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/trainers`,
  },
  "/desk/courses/[course]/record": {
    row: courseCoordinator,
    at: () => `/desk/courses/${courseId("tot-kenya-2022")}/record`,
  },
  "/desk/courses/[course]/timetable": { row: courseTeam, at: () => `/desk/courses/${id()}/timetable` },
  "/desk/courses/[course]/move": {
    row: courseCoordinator,
    at: () => `/desk/courses/${courseId("tot-irbid-demo")}/move?to=2027-03-07`,
  },
  "/desk/courses/[course]/curriculum": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/curriculum`,
  },
  "/desk/courses/[course]/template": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/template`,
  },
  "/desk/courses/[course]/sharing": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/sharing`,
  },
  "/desk/courses/[course]/groups": {
    row: courseCoordinator,
    at: () => `/desk/courses/${courseId("tot-irbid-demo")}/groups`,
  },
  "/desk/courses/[course]/plans": { row: courseTeam, at: () => `/desk/courses/${id()}/plans` },
  "/desk/courses/[course]/registrations": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/registrations`,
  },
  "/desk/courses/[course]/registrations/[registration]": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/registrations/${registration().id}`,
  },
  "/desk/courses/[course]/registrations/list": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/registrations/list`,
  },
  "/desk/courses/[course]/participants/list": {
    row: courseTeam,
    at: () => `/desk/courses/${ownWorkshop()}/participants/list`,
  },
  "/desk/courses/[course]/participants": {
    row: courseTeam,
    at: () => `/desk/courses/${ownWorkshop()}/participants`,
  },
  "/desk/courses/[course]/participants/new": {
    row: courseTeam,
    at: () => `/desk/courses/${ownWorkshop()}/participants/new`,
  },
  "/desk/courses/[course]/participants/[registration]": {
    row: courseTeam,
    at: () => `/desk/courses/${ownWorkshop()}/participants/${registeredByTrainer()}`,
  },
  "/desk/courses/[course]/sheet": { row: courseTeam, at: () => `/desk/courses/${id()}/sheet` },
  "/desk/courses/[course]/tell": { row: courseCoordinator, at: () => `/desk/courses/${id()}/tell` },
  "/desk/courses/[course]/roll": { row: courseTeam, at: () => `/desk/courses/${id()}/roll` },
  "/desk/courses/[course]/roll/[session]": {
    row: courseTeam,
    at: () => `/desk/courses/${id()}/roll/${session()}`,
  },
  "/desk/courses/[course]/tests": { row: courseTeam, at: () => `/desk/courses/${id()}/tests` },
  "/desk/courses/[course]/certificates": {
    row: courseCoordinator,
    at: () => `/desk/courses/${id()}/certificates`,
  },
  "/desk/workshops/new": { row: trainers },
  "/desk/cascade": { row: coordinators },
  "/desk/cascade/[course]": { row: otherProgramme, at: () => `/desk/cascade/${drawn()}` },
  "/desk/observe": { row: desk },
  "/desk/observe/[course]/[person]": {
    row: courseTeam,
    at: () => `/desk/observe/${id()}/${trainerOfCourse()}`,
  },
  "/desk/organisations": { row: coordinators },
  "/desk/organisations/[organisation]": { row: courseCoordinator, at: () => organisation() },
  "/desk/organisations/[organisation]/thread": { row: courseTeam, at: () => `${organisation()}/thread` },
  "/desk/people": { row: coordinators },
  "/desk/people/new": { row: coordinators },
  "/desk/people/[person]/away": {
    row: courseCoordinator,
    at: () => `/desk/people/${trainerOfCourse()}/away`,
  },
  "/desk/people/[person]/visit": { row: courseTeam, at: () => `/desk/people/${trainerOfCourse()}/visit` },
  "/desk/people/[person]/enter": {
    row: courseCoordinator,
    at: () => `/desk/people/${trainerOfCourse()}/enter`,
  },
  "/desk/certifications": { row: coordinators },
  "/desk/people/[person]/ways/[programme]/[tool]": { row: otherProgramme, at: wayDecided },
  "/desk/people/[person]/learning": { row: courseCoordinator, at: () => ofPerson("/learning") },
  "/desk/people/[person]/renewal": { row: courseCoordinator, at: () => ofPerson("/renewal") },
  "/desk/people/[person]/certified-before": {
    row: courseCoordinator,
    at: () => ofPerson("/certified-before"),
  },
  "/desk/people/[person]": { row: courseCoordinator, at: () => `/desk/people/${personOfCourse()}` },
  "/desk/trainers": { row: coordinators },
  "/desk/trainers/certified": { row: coordinators },
  "/desk/programmes": { row: coordinators },
  "/desk/programmes/new": { row: administrators },
  "/desk/programmes/[programme]": { row: courseCoordinator, at: () => programme("") },
  "/desk/programmes/[programme]/edit": { row: courseCoordinator, at: () => programme("/edit") },
  "/desk/tools": { row: desk },
  "/desk/tools/new": { row: coordinators },
  "/desk/tools/[tool]": {
    row: administrators,
    at: () => `/desk/tools/${ask<{ id: number }>("SELECT id FROM tools WHERE programme_id IS NULL").id}`,
  },
  "/desk/settings/refusals": { row: administrators },
  "/desk/programmes/[programme]/certified-before": {
    row: courseCoordinator,
    at: () => programme("/certified-before"),
  },
  "/desk/programmes/[programme]/gates": { row: courseCoordinator, at: () => programme("/gates") },
  "/desk/programmes/[programme]/workshops": { row: courseCoordinator, at: () => programme("/workshops") },
  "/desk/programmes/[programme]/candidates": { row: courseCoordinator, at: () => programme("/candidates") },
  "/desk/programmes/[programme]/roles": { row: courseCoordinator, at: () => programme("/roles") },
  "/desk/programmes/[programme]/templates": { row: courseCoordinator, at: () => programme("/templates") },
  "/desk/settings/accounts": { row: administrators },
  "/desk/settings/accounts/new": { row: administrators },
  "/desk/settings/accounts/[account]": {
    row: administrators,
    at: () =>
      `/desk/settings/accounts/${ask<{ id: number }>("SELECT id FROM accounts WHERE email = 'trainer@cascade.example'").id}`,
  },
  "/desk/settings": { row: coordinators },
  "/desk/settings/countries/[code]": { row: coordinators, at: () => "/desk/settings/countries/JO" },
  "/desk/settings/mail": { row: administrators },
  "/desk/settings/venues/[venue]": {
    row: courseCoordinator,
    at: () =>
      `/desk/settings/venues/${ask<{ id: number }>("SELECT min(id) AS id FROM venues WHERE country = 'JO'").id}`,
  },
  "/desk/search": { row: coordinators },
  "/api/auth/[...nextauth]": { row: everyone, at: () => "/api/auth/csrf" },
  "/api/stay": { row: everyone },
  "/api/finds": {
    row: ["notFound", "notFound", "notFound", "ok", "ok", "ok"],
    at: () => "/api/finds?q=haddad",
  },
  "/api/trainers/days": { row: planners },
  "/api/health": { row: everyone },
  "/api/verify": { row: everyone, at: () => `/api/verify?serial=${certificate()}` },
  "/api/offline/page": { row: everyone },
  "/api/offline/worker": { row: everyone },
  "/api/files/card/[language]/[slug]": { row: everyone, at: () => "/api/files/card/en/tot-irbid-demo" },
  "/api/files/feed/[token]": {
    row: ["notFound", "notFound", "notFound", "notFound", "notFound", "notFound"],
    at: () => "/api/files/feed/nobodys.ics",
  },
  "/api/files/session/[session]": { row: courseTeam, at: () => `/api/files/session/${session()}` },
  "/api/times/[slug]": { row: everyone, at: () => "/api/times/tot-irbid-demo?lang=en&zone=Asia/Bishkek" },
  "/api/files/calendar/[slug]": { row: everyone, at: () => "/api/files/calendar/tot-irbid-demo" },
  "/api/files/certificate/[serial]": {
    row: courseCoordinator,
    at: () => `/api/files/certificate/${certificate()}`,
  },
  "/api/files/certificates/[course]": {
    row: courseCoordinator,
    at: () => `/api/files/certificates/${courseId("user-beirut-2022")}?what=valid`,
  },
  "/api/files/certificates/[course]/preview": {
    row: courseCoordinator,
    at: () => `/api/files/certificates/${id()}/preview`,
  },
  "/api/files/cascade": { row: coordinators },
  "/api/files/cascade/[course]": { row: otherProgramme, at: () => `/api/files/cascade/${drawn()}` },
  "/api/files/trainers": { row: coordinators },
  "/api/files/trainers/certified": { row: coordinators },
  "/api/files/sheet/[course]": { row: courseTeam, at: () => `/api/files/sheet/${id()}` },
  "/api/files/participants/[course]": { row: courseTeam, at: () => `/api/files/participants/${id()}` },
  "/api/files/timetable/[course]": { row: courseTeam, at: () => `/api/files/timetable/${id()}` },
  "/api/files/attendance/[course]": { row: courseTeam, at: () => `/api/files/attendance/${id()}` },
};

/** Pages to walk over as this role: a visitor those of all, others what a visitor does not get, an administrator what a coordinator does not; never the kit. */
export const pagesFirstOf = (role: Role) =>
  Object.entries(routes).filter(
    ([route, { row }]) =>
      row[Object.keys(roles).indexOf(role)] === "ok" &&
      !route.startsWith("/api/") &&
      route !== "/kit" &&
      (role === "visitor" || row[0] !== "ok") &&
      (role !== "administrator" || row[3] !== "ok"),
  );
