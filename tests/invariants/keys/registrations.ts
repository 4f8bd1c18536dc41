import { accounts, notices } from "../../../db/schema";
import { registerList } from "../../../lib/admission/commands";
import { registerListSchema } from "../../../lib/registrations/schema";
import type { Result } from "../../../lib/result";
import { as } from "../../support/as";
import { transact } from "../../support/transact";
import { type Filled, formKey, type TwoProgrammes } from "../../support/twoProgrammes";
import { now } from "../../support/world";
import { type Row, team } from "./row";

let topics = 0;
/** What the first answer to a list shows of it, to be sent with it. */
export function checkedOf(answer: Result<unknown>): string {
  const read = answer.ok ? undefined : answer.fault.fields?.list;
  return read?.code === "listToRead" ? read.list.checked : "";
}

/** Somebody to be told, or who was told. */
function notice(personId: number, more: Partial<typeof notices.$inferInsert>): number {
  return transact(
    (db) =>
      db
        .insert(notices)
        .values({
          personId,
          message: "broughtIn",
          params: {},
          topic: `invariant:${topics++}`,
          at: now,
          ...more,
        })
        .returning({ id: notices.id })
        .get().id,
  );
}

/** Registering, deciding, and who is to be told. */
export function registrationRows({ w, own, foreign, roles }: TwoProgrammes): Record<string, Row> {
  const noticeOf = (of: Filled, toldAt: number | null) =>
    String(
      notice(of.open.rows[0]!.personId, {
        registrationId: of.open.rows[0]!.id,
        courseId: of.open.courseId,
        message: "registrationAccepted",
        toldAt,
      }),
    );
  const notes = new Map(
    [own, foreign].flatMap((of) => [
      [`${of.programmeId}:untold`, noticeOf(of, null)] as const,
      [`${of.programmeId}:told`, noticeOf(of, now)] as const,
    ]),
  );
  /** Somebody to be told in this programme's course, or who was told. */
  const told = (of: Filled, which: "told" | "untold") => notes.get(`${of.programmeId}:${which}`) ?? "";
  const toParticipant = notice(w.participant.personId!, {});
  const toStranger = notice(w.stranger.personId!, {});
  for (const of of [own, foreign]) {
    const { personId } = of.open.rows[2]!;
    transact((db) =>
      db
        .insert(accounts)
        .values({ personId, phone: `+96279${6_000_000 + personId}`, createdAt: now })
        .run(),
    );
  }
  return {
    makeParticipantCode: {
      form: (of) => ({ registrationId: String(of.open.rows[2]!.id) }),
      by: ["trainer", ...team],
    },
    register: {
      form: (of) => ({
        slug: of.open.slug,
        formKey: formKey(),
        language: "en",
        name: "Somebody New",
        phone: "0795551234",
        consent: "on",
        who: "other",
      }),
      by: Object.keys(roles),
      open: { slug: "a public course is open to everybody" },
    },
    withdraw: {
      form: (of) => ({ token: of.open.rows[0]!.token }),
      by: Object.keys(roles),
      open: { token: "whoever has the token has the registration" },
    },
    decideRegistrations: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        registrationIds: [String(of.open.rows[0]!.id)],
        to: "declined",
        reason: "A reason",
      }),
      by: team,
    },
    registerList: {
      form: (of) => {
        const form = {
          courseId: String(of.open.courseId),
          list: "Somebody of a list",
          language: "en",
          consent: "on",
        };
        return {
          ...form,
          checked: checkedOf(registerList(as(roles.administrator!, now), registerListSchema.parse(form))),
        };
      },
      by: team,
    },
    registerPerson: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        personId: String(of.running.rows[0]!.personId),
        formKey: formKey(),
        language: "en",
        consent: "on",
      }),
      by: team,
    },
    confirmRegistrations: {
      form: (of) => ({ courseId: String(of.open.courseId), registrationIds: [String(of.toConfirm.id)] }),
      by: team,
    },
    undoDecision: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        registrationIds: [String(of.calledOff.id)],
        at: String(now),
      }),
      by: team,
      open: { at: "when it was decided: no key" },
    },
    comeBack: {
      form: (of) => ({ token: of.withdrawn.token }),
      by: Object.keys(roles),
      open: { token: "whoever has the token has the registration" },
    },
    markTold: {
      form: (of) => ({ courseId: String(of.open.courseId), noticeIds: [told(of, "untold")] }),
      by: team,
      named: (of, elsewhere) => ({ courseId: String(of.open.courseId), only: told(elsewhere, "untold") }),
    },
    markUntold: {
      form: (of) => ({ courseId: String(of.open.courseId), noticeIds: [told(of, "told")] }),
      by: team,
      named: (of, elsewhere) => ({ courseId: String(of.open.courseId), only: told(elsewhere, "told") }),
    },
    dismissNotice: {
      form: (of) => ({ noticeId: String(of === own ? toParticipant : toStranger) }),
      by: ["participant"],
    },
  };
}
