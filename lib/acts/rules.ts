import type { Event } from "./events";

/** A row of the audit log: what was done to what. */
export type AuditRow = {
  action: string;
  subject: string;
  subjectId: number | null;
  detail: Record<string, unknown>;
};

/** Keys by which an event names what it is about, the closest first. */
const subjects = [
  ["certificateId", "certificate"],
  ["sessionId", "session"],
  ["registrationId", "registration"],
  ["accountId", "account"],
  ["toolId", "tool"],
  ["venueId", "venue"],
  ["viewId", "view"],
  ["groupId", "group"],
  ["templateId", "template"],
  ["courseId", "course"],
  ["organisationId", "organisation"],
  ["personId", "person"],
  ["programmeId", "programme"],
] as const;

/** What the audit log keeps of an event: keys and states; not what people were told, which may hold personal data. */
export function auditRowOf(event: Event): AuditRow {
  const { kind, ...all } = event;
  const { said, ...facts } = all as Record<string, unknown>;
  // What each person knew before is for their message alone.
  if (event.kind === "course.moved") facts.people = event.people.map((person) => person.registrationId);
  if (event.kind === "training.changed") facts.trainers = event.trainers.map(({ was, ...who }) => who);
  const named = subjects.find(([key]) => typeof facts[key] === "number");
  const single = facts.registration as { registrationId: number } | undefined;
  if (single && named?.[0] === "courseId")
    return { action: kind, subject: "registration", subjectId: single.registrationId, detail: facts };
  if (!named) return { action: kind, subject: kind.split(".")[0]!, subjectId: null, detail: facts };
  const { [named[0]]: subjectId, ...detail } = facts;
  return { action: kind, subject: named[1], subjectId: subjectId as number, detail };
}

/** The course whose state of affairs an event changes; null where it is no course's. */
export const courseTouchedBy = (event: Event): number | null => ("courseId" in event ? event.courseId : null);

/** Events of a course that nobody sees on a public page. */
const inside: readonly string[] = [
  "roll",
  "assessments",
  "action-plan",
  "stage",
  "certificates",
  "certificate",
  "notice",
];

/** Tags of the public pages that an event makes out of date. */
export function pagesTouchedBy(event: Event): string[] {
  const [about] = event.kind.split(".");
  if ("courseId" in event) return inside.includes(about!) ? [] : [`course:${event.courseId}`, "courses"];
  if (about === "programme" && "programmeId" in event) return [`programme:${event.programmeId}`, "courses"];
  if ("toolId" in event) return ["tools", "courses"];
  if ("venueId" in event) return [`venue:${event.venueId}`];
  if (about === "country") return ["courses"];
  return [];
}
