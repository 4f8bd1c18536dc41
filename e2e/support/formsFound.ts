import { readFileSync } from "node:fs";
import { request } from "@playwright/test";
import { base, query } from "./copy";
import { forms } from "./forms";
import { type Role, roles, stateOf } from "./pages";
import { ownWorkshop, type Row, routes } from "./routes";

const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
  node: Record<string, { exportedName: string; filename: string }>;
};
const actionName = (key: string) => {
  const found = manifest.node[key];
  return found
    ? `${found.filename.replace("app/[locale]/", "")}#${found.exportedName}`
    : `unknown action ${key}`;
};

export type Found = {
  name: string;
  path: string;
  /** Its place among the forms of the page. */
  nth: number;
  edit: boolean;
  role: Role;
  doubles: string[];
  /** Whether it says what it was made from, so that a change by somebody else meanwhile is noticed. */
  saysWhatItSaw: boolean;
  /** What Enter in one of its fields would do, where its buttons do different things and none was meant; else null. */
  slip: string | null;
};

/**
 * Enter in a field presses the first button of a form. Where several do different things, that one is the form's own,
 * without a name, or one that does nothing.
 */
function slipIn(form: string): string | null {
  if (!/<(?:input(?![^>]*type="hidden")|select)\b/.test(form)) return null;
  const buttons = [...form.matchAll(/<button\b[^>]*type="submit"[^>]*>/g)].map(([tag]) => ({
    does: [/\bname="([^"]*)"/, /\bvalue="([^"]*)"/].map((part) => part.exec(tag)?.[1] ?? "").join("="),
    named: /\bname="/.test(tag),
    dead: /\bformmethod="dialog"/i.test(tag),
  }));
  const [first] = buttons;
  if (new Set(buttons.map(({ does }) => does)).size < 2 || !first?.named || first.dead) return null;
  return first.does;
}

/** The forms of a page by the actions that its HTML names, in their order. */
export function formsIn(html: string, path: string, role: Role): Found[] {
  return html
    .split(/<form\b/)
    .slice(1)
    .flatMap((form, nth) => {
      const inside = form.slice(0, form.indexOf("</form>"));
      const key = /name="\$ACTION_\w+:0"[^>]*?value="\{&quot;id&quot;:&quot;(\w+)&quot;/.exec(inside)?.[1];
      if (!key) return [];
      const name = actionName(key);
      const edit = forms[name] === "edit" || /name="version"/.test(inside);
      const saysWhatItSaw = /name="(version|of|seen|scores\.\d+\.was\.\w+)"/.test(inside);
      return [{ name, path, nth, edit, role, doubles: doubles(inside), saysWhatItSaw, slip: slipIn(inside) }];
    });
}

/** Of rows that have the same form the last two in `npm test`, all with the walks. */
const some = <T>(rows: T[]): T[] => (process.env.WALKS ? rows : rows.slice(-2));

/** More rows of what is edited than the one that each page is looked at with. */
function moreAddresses(): string[] {
  const courses = query<{ id: number }>(
    "SELECT id FROM courses WHERE state IN ('draft', 'open', 'running') AND counted_by = 'people'",
  );
  const records = query<{ id: number }>(
    "SELECT id FROM courses WHERE counted_by = 'numbers' AND state = 'closed'",
  );
  const sessions = query<{ id: number; course: number }>(
    "SELECT min(s.id) AS id, s.course_id AS course FROM sessions s JOIN courses c ON c.id = s.course_id WHERE c.state IN ('draft', 'open', 'running') GROUP BY c.id, s.kind",
  );
  return [
    ...some(courses).map(({ id }) => `/desk/courses/${id}/edit`),
    ...some(records).map(({ id }) => `/desk/courses/${id}/record`),
    ...sessions.slice(0, 6).map(({ id, course }) => `/desk/courses/${course}/timetable?show=${id}`),
    ...courses.slice(0, 1).map(({ id }) => `/desk/courses/${id}/registrations?find=`),
    ...query<{ id: number }>("SELECT person_id AS id FROM registrations ORDER BY id LIMIT 1").map(
      ({ id }) => `/desk/people/${id}?edit=`,
    ),
    ...sessions
      .slice(0, 1)
      .flatMap(({ course }) =>
        ["new", "propose"].map((show) => `/desk/courses/${course}/timetable?show=${show}`),
      ),
    ...query<{ id: number; course: number }>(
      "SELECT s.id, s.course_id AS course FROM sessions s JOIN courses c ON c.id = s.course_id WHERE c.id = ? ORDER BY s.start_instant LIMIT 1",
      ownWorkshop(),
    ).map(({ id, course }) => `/desk/courses/${course}/participants/new?session=${id}`),
    ...some(
      query<{ id: number }>(
        "SELECT DISTINCT r.course_id AS id FROM assessments a JOIN registrations r ON r.id = a.registration_id",
      ),
    ).map(({ id }) => `/desk/courses/${id}/tests`),
    ...some(query<{ id: number }>("SELECT id FROM programmes")).map(
      ({ id }) => `/desk/programmes/${id}/edit`,
    ),
    // A fixed day, and one that the moon decides.
    ...query<{ country: string; day: string }>(
      "SELECT country, min(day) AS day FROM holidays WHERE country = 'JO' AND day > '2027-02' GROUP BY by_moon",
    ).map(({ country, day }) => `/desk/settings/countries/${country}?edit=${day}`),
    ...some(query<{ id: number }>("SELECT id FROM venues")).map(({ id }) => `/desk/settings/venues/${id}`),
    ...some(query<{ id: number; tool: number }>("SELECT id, tool_id AS tool FROM tool_versions")).map(
      ({ id, tool }) => `/desk/tools/${tool}?version=${id}`,
    ),
  ];
}

/** What a trainer may edit: the plan of a workshop of their own. */
const trainersAddresses = (): string[] =>
  some(
    query<{ id: number }>(
      "SELECT id FROM courses WHERE scheduled_by IS NOT NULL AND state IN ('open', 'running')",
    ),
  ).map(({ id }) => `/desk/courses/${id}/edit`);

/** True where the page has the same forms for somebody else, who looks at it: the walks look once more. */
function another(role: Role, row: Row): boolean {
  const gets = (other: Role) => row[Object.keys(roles).indexOf(other)] === "ok";
  if (role === "participant" || role === "trainer")
    return gets("visitor") || (role === "participant" && gets("trainer"));
  return role === "coordinator" && gets("administrator");
}

let looked: Promise<Found[]> | null = null;
/** Looked for once: what the tests write meanwhile makes no other forms. */
export const everyForm = () => {
  looked ??= lookForForms();
  return looked;
};

async function lookForForms(): Promise<Found[]> {
  const found: Found[] = [];
  for (const [index, role] of (Object.keys(roles) as Role[]).entries()) {
    if (role === "otherCoordinator") continue;
    const client = await request.newContext({
      baseURL: base,
      storageState: roles[role] ? stateOf(role) : undefined,
      extraHTTPHeaders: { "Accept-Language": "en" },
    });
    const paths = Object.entries(routes)
      .filter(([route, { row }]) => row[index] === "ok" && !route.startsWith("/api/"))
      .filter(([, { row }]) => process.env.WALKS || !another(role, row))
      .map(([route, { at }]) => at?.() ?? route);
    const more = role === "administrator" ? moreAddresses() : role === "trainer" ? trainersAddresses() : [];
    for (const path of [...paths, ...more])
      found.push(...formsIn(await (await client.get(path)).text(), path, role));
    await client.dispose();
  }
  return found;
}

/** Names that stand twice in a form, other than boxes of one group and buttons. */
function doubles(form: string): string[] {
  const names = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(checkbox|radio|submit)"/.test(tag))
    .map((tag) => / name="([^"]*)"/.exec(tag)?.[1] ?? "")
    .filter((name) => name && !name.startsWith("$ACTION") && !name.endsWith("[]"));
  return names.filter((name, i) => names.indexOf(name) !== i);
}
