import type { Permission } from "@/lib/access/table";

type TabKey =
  | "overview"
  | "timetable"
  | "participants"
  | "registrations"
  | "tell"
  | "roll"
  | "tests"
  | "certificates";

/** The parts of a course that have a tab: where each is, who may use it, and whether a course known by numbers has it. */
export const tabs: { path: string; key: TabKey; permission: Permission; people: boolean }[] = [
  { path: "", key: "overview", permission: "course.read", people: false },
  { path: "/timetable", key: "timetable", permission: "course.read", people: true },
  { path: "/participants", key: "participants", permission: "participants.read", people: true },
  { path: "/registrations", key: "registrations", permission: "registered.read", people: true },
  { path: "/tell", key: "tell", permission: "registrations.decide", people: true },
  { path: "/roll", key: "roll", permission: "roll.read", people: true },
  { path: "/tests", key: "tests", permission: "assessments.enter", people: true },
  { path: "/certificates", key: "certificates", permission: "certificates.read", people: true },
];
