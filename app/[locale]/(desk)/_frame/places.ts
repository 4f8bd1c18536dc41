import {
  BookOpen,
  CalendarCheck,
  CalendarPlus,
  ChartColumn,
  Eye,
  GraduationCap,
  House,
  Landmark,
  LayoutList,
  type LucideIcon,
  Network,
  Settings,
  UserRound,
  Users,
  Wrench,
} from "lucide-react";
import { mayAnywhere, type Permission, type Viewer } from "@/lib/access/table";

type Key =
  | "today"
  | "desk"
  | "people"
  | "trainers"
  | "programmes"
  | "organisations"
  | "cascade"
  | "tools"
  | "settings"
  | "my"
  | "catalogue"
  | "account"
  | "workshop"
  | "observe";

export type Place = { key: Key; href: string; Icon: LucideIcon; permission: Permission };

const today: Place = { key: "today", href: "/today", Icon: House, permission: "today.read" };
const courses: Place = { key: "desk", href: "/desk/courses", Icon: LayoutList, permission: "desk.read" };
const people: Place = { key: "people", href: "/desk/people", Icon: Users, permission: "people.read" };
const trainers: Place = {
  key: "trainers",
  href: "/desk/trainers",
  Icon: GraduationCap,
  permission: "trainers.read",
};
const workshop: Place = {
  key: "workshop",
  href: "/desk/workshops/new",
  Icon: CalendarPlus,
  permission: "workshop.schedule",
};
const observe: Place = {
  key: "observe",
  href: "/desk/observe",
  Icon: Eye,
  permission: "stage.observe",
};
const programmes: Place = {
  key: "programmes",
  href: "/desk/programmes",
  Icon: ChartColumn,
  permission: "programmes.read",
};
const organisations: Place = {
  key: "organisations",
  href: "/desk/organisations",
  Icon: Landmark,
  permission: "people.read",
};
const cascade: Place = {
  key: "cascade",
  href: "/desk/cascade",
  Icon: Network,
  permission: "cascade.read",
};
const tools: Place = { key: "tools", href: "/desk/tools", Icon: Wrench, permission: "tools.read" };
const settings: Place = {
  key: "settings",
  href: "/desk/settings",
  Icon: Settings,
  permission: "settings.read",
};
const my: Place = { key: "my", href: "/my", Icon: CalendarCheck, permission: "account.own" };
const catalogue: Place = { key: "catalogue", href: "/courses", Icon: BookOpen, permission: "public.read" };
const account: Place = { key: "account", href: "/account", Icon: UserRound, permission: "account.own" };

const open = (viewer: Viewer, places: readonly Place[]) =>
  places.filter(({ permission }) => mayAnywhere(viewer, permission));

/** True for whoever finds what they are to observe by the person, and has no room for more places. */
const coordinates = (viewer: Viewer): boolean => mayAnywhere(viewer, "people.read");

/** The places of the side bar that a viewer may use, in their groups. One's account is at its foot. */
export const groupsOf = (viewer: Viewer): Place[][] =>
  [
    [today, courses, ...(coordinates(viewer) ? [people, trainers] : [observe])],
    [programmes, cascade, organisations],
    [tools, settings],
    [my, catalogue],
  ]
    .map((places) => open(viewer, places))
    .filter((places) => places.length > 0);

/**
 * The places below on a phone, and whatever else there is, which the page *More* lists; none of those where all have room.
 */
export function onPhone(viewer: Viewer): { bar: Place[]; more: Place[] } {
  const wanted = coordinates(viewer)
    ? [today, courses, people, trainers]
    : mayAnywhere(viewer, "course.read")
      ? [today, courses, workshop, my]
      : [today, my, catalogue, account];
  const bar = open(viewer, wanted);
  const rest = open(viewer, [
    programmes,
    cascade,
    organisations,
    tools,
    settings,
    workshop,
    ...(coordinates(viewer) ? [] : [observe]),
    my,
    catalogue,
    account,
  ]);
  return { bar, more: rest.filter((place) => !bar.includes(place)) };
}
