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

/**
 * The parts of a course that have a tab: where each is, who may use it, whether a course known by numbers has it, and which
 * pages without a tab belong to it.
 */
export const tabs: {
  path: string;
  key: TabKey;
  permission: Permission;
  people: boolean;
  also?: readonly string[];
}[] = [
  { path: "", key: "overview", permission: "course.read", people: false },
  {
    path: "/timetable",
    key: "timetable",
    permission: "course.read",
    people: true,
    also: ["/groups", "/trainers", "/move"],
  },
  { path: "/participants", key: "participants", permission: "participants.read", people: true },
  { path: "/registrations", key: "registrations", permission: "registered.read", people: true },
  { path: "/tell", key: "tell", permission: "registrations.decide", people: true },
  { path: "/roll", key: "roll", permission: "roll.read", people: true },
  { path: "/tests", key: "tests", permission: "assessments.enter", people: true },
  { path: "/certificates", key: "certificates", permission: "certificates.read", people: true },
];

/** The parts of a course that have no tab, by the first segment of what is added to its address: the message that is their name. */
export const withoutTab = {
  edit: "plan.editTitle",
  move: "move.title",
  groups: "groups.title",
  trainers: "asks.toRequests",
  curriculum: "curriculum.title",
  template: "templates.keep",
  sheet: "sheet.title",
  record: "recordForm.editTitle",
  sharing: "sharing.title",
  plans: "actionPlan.plans",
} as const;
