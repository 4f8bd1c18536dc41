import { refresh } from "next/cache";
import { beforeEach, expect, it, vi } from "vitest";
import { renew as sendRenewal } from "../../app/[locale]/(desk)/_stages/renewalActions";
import {
  allowAgain as sendAllow,
  reissueCertificate as sendReissue,
  revokeCertificate as sendRevoke,
} from "../../app/[locale]/(desk)/desk/courses/[course]/certificates/actions";
import { groupPeople as sendPeople } from "../../app/[locale]/(desk)/desk/courses/[course]/groups/actions";
import { deleteSession as sendDeletion } from "../../app/[locale]/(desk)/desk/courses/actions";
import { sqlite } from "../../db/client";
import { allowAgain, reissueCertificate, revokeCertificate } from "../../lib/certificates/commands";
import { deleteGroup, saveGroup } from "../../lib/groups/commands";
import { suspend } from "../../lib/stages/commands";
import { deleteSession } from "../../lib/timetable/commands";
import { as, now } from "../support/as";
import { coursesToCertify, reason } from "../support/certified";
import { certifyAtOnce } from "../support/certify";
import { freshDatabase } from "../support/database";
import { haveAccounts } from "../support/owners";
import { opened, registered, value, world } from "../support/world";

const at = vi.hoisted(() => ({ now: 0 }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  redirect: vi.fn((to: string) => {
    throw new Error(`led to ${to}`);
  }),
}));
vi.mock("@/app/_server/context", () => ({ currentContext: async () => as(w.coordinator, at.now) }));
vi.mock("@/app/_server/refusals", () => ({ noteRefusal: vi.fn() }));
vi.mock("@/app/_server/request", () => ({
  beginAction: vi.fn(),
  clientAddress: async () => "a",
  keepTyped: vi.fn(),
  requestId: () => "1",
}));

freshDatabase();
const w = world();
haveAccounts(w.coordinator);
const { issued } = coursesToCertify(w);
const signedInAs = String(w.coordinator.accountId);
const fresh = { status: "new" } as const;
beforeEach(() => vi.mocked(refresh).mockClear());

it("whoever decides on a certificate that a colleague decided on is led to how it stands now", async () => {
  const { courseId, evening, all } = await issued();
  at.now = evening;
  const [replaced, revoked] = all();
  const colleague = as(w.coordinator, evening);
  const sent = (certificateId: number) => ({
    signedInAs,
    courseId: String(courseId),
    certificateId: String(certificateId),
    reason,
  });
  const led = (id: number) => `led to /desk/courses/${courseId}/certificates?certificate=${id}&did=meanwhile`;
  value(reissueCertificate(colleague, { certificateId: replaced!.id, reason }));
  for (const send of [sendReissue, sendRevoke])
    await expect(send(fresh, sent(replaced!.id))).rejects.toThrow(led(replaced!.id));
  value(revokeCertificate(colleague, { certificateId: revoked!.id, reason }));
  await expect(sendRevoke(fresh, sent(revoked!.id))).rejects.toThrow(led(revoked!.id));
  value(allowAgain(colleague, { certificateId: revoked!.id, reason }));
  await expect(sendAllow(fresh, sent(revoked!.id))).rejects.toThrow(led(revoked!.id));
  expect(refresh).toHaveBeenCalledTimes(4);
});

it("whoever renews what a colleague suspended is led to how it stands now", async () => {
  const { evening, people } = await issued("tot");
  at.now = evening;
  const { id, personId } = people[0]!;
  value(certifyAtOnce(w.coordinator, evening, id));
  const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
  const of = { personId, programmeId: w.programmeId, toolId };
  value(suspend(as(w.coordinator, evening), { ...of, words: "A complaint" }));
  const sent = { ...of, words: "Two workshops in Irbid, and one in Zarqa", exception: false };
  await expect(sendRenewal(fresh, { signedInAs, ...sent })).rejects.toThrow(
    `led to /desk/people/${personId}/renewal?done=changed`,
  );
});

it("whoever puts people into a group that is gone sees the groups that there are, or that there is none", async () => {
  at.now = now;
  const { courseId, slug } = opened(w);
  value(await registered(slug, { name: "Amal" }));
  const registrationId = sqlite()
    .prepare("SELECT id FROM registrations WHERE course_id = ?")
    .pluck()
    .get(courseId);
  const made = (name: string) =>
    value(saveGroup(as(w.coordinator), { courseId, groupId: null, version: null, name, language: "ar" }))
      .groupId;
  const [first, second] = [made("Morning"), made("Evening")];
  const put = (groupId: number) =>
    sendPeople(fresh, {
      signedInAs,
      courseId: String(courseId),
      groupId: String(groupId),
      registrationIds: [String(registrationId)],
    });
  const gone = (groupId: number) => value(deleteGroup(as(w.coordinator), { courseId, groupId, people: 0 }));
  gone(first!);
  expect(await put(first!)).toMatchObject({ fault: { fields: { groupId: { code: "groupGone" } } } });
  expect(refresh).toHaveBeenCalledTimes(1);
  gone(second!);
  await expect(put(second!)).rejects.toThrow(`led to /desk/courses/${courseId}/groups?done=gone`);
});

it("whoever deletes a session that a colleague deleted sees the timetable as it is now, which says so", async () => {
  at.now = now;
  const { courseId } = opened(w);
  const sessionId = sqlite()
    .prepare("SELECT min(id) FROM sessions WHERE course_id = ?")
    .pluck()
    .get(courseId) as number;
  value(deleteSession(as(w.coordinator), { courseId, sessionId }));
  await expect(
    sendDeletion(fresh, { signedInAs, courseId: String(courseId), sessionId: String(sessionId) }),
  ).rejects.toThrow(`led to /desk/courses/${courseId}/timetable?saved=${sessionId}#change`);
});
