import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { type Role, roles, stateOf } from "./support/pages";
import {
  administrators,
  coordinators,
  desk,
  everyone,
  halfway,
  joined,
  leaders,
  type Row,
  routes,
  signedIn,
  trainers,
} from "./support/routes";
import { triedBy } from "./support/sampled";

/** Every server action by file and name. `ok` here: the action went on to look at what was sent (nothing, so it is refused as such). */
const actions: Record<string, Row> = {
  "(public)/courses/[slug]/register/actions.ts#register": everyone,
  "(own)/registrations/[token]/actions.ts#withdraw": everyone,
  "(own)/registrations/[token]/actions.ts#comeBack": everyone,
  "(own)/registrations/[token]/actions.ts#makePlan": everyone,
  "(public)/sign-in/actions.ts#signIn": everyone,
  "(public)/sign-in/actions.ts#requestLink": everyone,
  "(public)/sign-in/actions.ts#useLink": everyone,
  "(public)/sign-in/actions.ts#useCode": everyone,
  "(public)/sign-in/passkey/actions.ts#signInWithPasskey": everyone,
  "(own)/account/second-step/actions.ts#answerWithCode": halfway,
  "(own)/account/second-step/actions.ts#askSecondStep": halfway,
  "(own)/account/second-step/actions.ts#answerWithPasskey": halfway,
  "(own)/account/second-step/actions.ts#confirmAuthenticator": signedIn,
  "(own)/account/second-step/actions.ts#addPasskey": signedIn,
  "(own)/account/second-step/actions.ts#removePasskey": signedIn,
  "(own)/account/second-step/actions.ts#confirmWithPasskey": signedIn,
  "(public)/trainers/[trainer]/actions.ts#askForTrainer": everyone,
  "(desk)/account/registerActions.ts#joinRegister": signedIn,
  "(desk)/account/actions.ts#editProfile": signedIn,
  "(desk)/account/actions.ts#changePassword": signedIn,
  "(desk)/account/actions.ts#askProof": signedIn,
  "(desk)/account/actions.ts#changeContact": signedIn,
  "(desk)/account/actions.ts#proveByCode": signedIn,
  "(desk)/account/actions.ts#removeContact": signedIn,
  "(desk)/account/actions.ts#removeIdentity": joined,
  "(desk)/account/actions.ts#restoreIdentity": joined,
  "(desk)/_calendar/actions.ts#makeCalendarAddress": signedIn,
  "(desk)/_calendar/actions.ts#renewCalendarAddress": signedIn,
  "(desk)/my/requests/actions.ts#acceptRequest": signedIn,
  "(desk)/my/requests/actions.ts#declineRequest": signedIn,
  "(desk)/my/requests/actions.ts#proposeInstead": signedIn,
  "(desk)/desk/courses/[course]/trainers/actions.ts#askTrainers": desk,
  "(desk)/desk/courses/[course]/trainers/actions.ts#askAgain": desk,
  "(desk)/desk/courses/[course]/trainers/actions.ts#takeBackRequest": desk,
  "(desk)/desk/courses/[course]/groups/actions.ts#restoreGroup": desk,
  "(desk)/desk/courses/[course]/trainers/actions.ts#enterAnswer": desk,
  "(desk)/desk/courses/[course]/trainers/actions.ts#takeBackAnswer": desk,
  "(desk)/desk/courses/[course]/trainers/actions.ts#tellRequest": desk,
  "(desk)/desk/courses/[course]/trainers/actions.ts#settleRequest": desk,
  "(desk)/desk/courses/[course]/trainers/actions.ts#replaceTrainer": desk,
  "(desk)/_away/actions.ts#enterAwayDays": signedIn,
  "(desk)/_away/actions.ts#enterAwayHours": signedIn,
  "(desk)/_away/actions.ts#takeOutAway": signedIn,
  "(desk)/_away/actions.ts#putBackAway": signedIn,
  "(desk)/_stages/actions.ts#recogniseLearning": coordinators,
  "(desk)/_stages/renewalActions.ts#renew": coordinators,
  "(desk)/_stages/renewalActions.ts#enterMasterStep": coordinators,
  "(desk)/_stages/renewalActions.ts#recommendRenewal": coordinators,
  "(desk)/_stages/renewalActions.ts#returnRenewal": coordinators,
  "(desk)/_stages/renewalActions.ts#refuseRenewal": coordinators,
  "(desk)/_stages/renewalActions.ts#approveMaster": coordinators,
  "(desk)/_stages/renewalActions.ts#enterCertifiedBefore": coordinators,
  "(desk)/desk/programmes/[programme]/certified-before/actions.ts#enterCertifiedBeforeList": coordinators,
  "(desk)/_stages/entryActions.ts#noteVisit": desk,
  "(desk)/_stages/entryActions.ts#enterStep": coordinators,
  "(desk)/_stages/entryActions.ts#undoEntry": desk,
  "(desk)/desk/observe/[course]/[person]/actions.ts#observe": desk,
  "(desk)/my/way/actions.ts#signObservation": signedIn,
  "(desk)/desk/programmes/[programme]/workshops/actions.ts#confirmWorkshop": coordinators,
  "(desk)/desk/programmes/[programme]/gates/actions.ts#setGates": coordinators,
  "(desk)/desk/programmes/[programme]/candidates/actions.ts#makeTrainers": coordinators,
  "(desk)/_stages/actions.ts#takeBackLearning": coordinators,
  "(desk)/desk/organisations/[organisation]/thread/actions.ts#enterThreadEntry": desk,
  "(desk)/desk/organisations/[organisation]/thread/actions.ts#strikeThreadEntry": desk,
  "(desk)/desk/organisations/[organisation]/thread/actions.ts#undoThreadEntry": desk,
  "(desk)/_stages/actions.ts#setSuperior": coordinators,
  "(desk)/_stages/decideActions.ts#recommend": desk,
  "(desk)/_stages/decideActions.ts#returnRecommendation": coordinators,
  "(desk)/_stages/decideActions.ts#refuseRecommendation": coordinators,
  "(desk)/_stages/decideActions.ts#approve": coordinators,
  "(desk)/_stages/decideActions.ts#leaveCertified": coordinators,
  "(desk)/_stages/decideActions.ts#takeUnsigned": coordinators,
  "(desk)/_stages/decideActions.ts#recommendByException": desk,
  "(desk)/_stages/decideActions.ts#strikeBefore": coordinators,
  "(desk)/_stages/decideActions.ts#notContinue": coordinators,
  "(desk)/_stages/decideActions.ts#suspend": coordinators,
  "(desk)/_stages/decideActions.ts#withdrawCertification": coordinators,
  "(desk)/_stages/decideActions.ts#resume": coordinators,
  "(desk)/_stages/decideActions.ts#strikeOut": coordinators,
  "(desk)/_stages/decideActions.ts#approveMany": coordinators,
  "(desk)/desk/people/actions.ts#makeCode": coordinators,
  "(desk)/desk/people/actions.ts#takeSecondStepAway": administrators,
  "(desk)/desk/courses/actions.ts#createCourse": coordinators,
  "(desk)/desk/courses/actions.ts#editCourse": coordinators,
  "(desk)/desk/courses/actions.ts#confirmCourse": coordinators,
  "(desk)/desk/courses/actions.ts#moveCurriculum": coordinators,
  "(desk)/desk/programmes/[programme]/templates/actions.ts#keepTemplate": coordinators,
  "(desk)/desk/programmes/[programme]/templates/actions.ts#renameTemplate": coordinators,
  "(desk)/desk/programmes/[programme]/templates/actions.ts#removeTemplate": coordinators,
  "(desk)/desk/programmes/[programme]/templates/actions.ts#restoreTemplate": coordinators,
  "(desk)/desk/courses/actions.ts#setCourseState": desk,
  "(desk)/desk/courses/record/actions.ts#recordCourse": coordinators,
  "(desk)/desk/courses/record/actions.ts#editRecord": coordinators,
  "(desk)/desk/courses/record/actions.ts#takeOutRecord": coordinators,
  "(desk)/desk/courses/record/actions.ts#putBackRecord": coordinators,
  "(desk)/desk/courses/actions.ts#proposeSessions": desk,
  "(desk)/desk/courses/actions.ts#saveSession": desk,
  "(desk)/desk/courses/actions.ts#deleteSession": desk,
  "(desk)/desk/courses/actions.ts#swapSessions": desk,
  "(desk)/desk/courses/actions.ts#rearrangeSessions": desk,
  "(desk)/desk/courses/actions.ts#moveCourse": desk,
  "(desk)/desk/courses/actions.ts#undoTimetableChange": desk,
  "(desk)/desk/courses/[course]/timetable/actions.ts#acceptIssue": desk,
  "(desk)/desk/courses/[course]/timetable/actions.ts#giveRoom": desk,
  "(desk)/desk/courses/[course]/timetable/actions.ts#setCourseLink": desk,
  "(desk)/desk/courses/[course]/timetable/actions.ts#takeBackAcceptance": desk,
  "(desk)/desk/courses/[course]/sharing/actions.ts#shareCourse": coordinators,
  "(desk)/desk/courses/[course]/sharing/actions.ts#setPercents": coordinators,
  "(desk)/desk/courses/[course]/sharing/actions.ts#endSharing": coordinators,
  "(desk)/desk/courses/[course]/sharing/actions.ts#leaveSharing": leaders,
  "(desk)/desk/cascade/[course]/actions.ts#remindOfPlans": desk,
  "(desk)/desk/courses/[course]/plans/actions.ts#makePlanFor": desk,
  "(desk)/desk/courses/[course]/groups/actions.ts#saveGroup": desk,
  "(desk)/desk/courses/[course]/groups/actions.ts#deleteGroup": desk,
  "(desk)/desk/courses/[course]/groups/actions.ts#groupPeople": desk,
  "(desk)/desk/workshops/actions.ts#scheduleWorkshop": trainers,
  "(desk)/desk/workshops/actions.ts#editWorkshop": desk,
  "(desk)/desk/workshops/actions.ts#approveWorkshop": coordinators,
  "(desk)/desk/workshops/actions.ts#turnDownWorkshop": coordinators,
  "(desk)/desk/workshops/actions.ts#takeApprovalBack": coordinators,
  "(desk)/desk/courses/[course]/registrations/actions.ts#decideRegistrations": coordinators,
  "(desk)/desk/courses/[course]/registrations/actions.ts#registerPerson": coordinators,
  "(desk)/desk/courses/[course]/registrations/actions.ts#registerList": coordinators,
  "(desk)/desk/courses/[course]/registrations/actions.ts#confirmRegistrations": coordinators,
  "(desk)/desk/courses/[course]/participants/actions.ts#registerParticipant": desk,
  "(desk)/desk/courses/[course]/participants/actions.ts#registerParticipants": desk,
  "(desk)/desk/courses/[course]/participants/actions.ts#registerWalkIn": desk,
  "(desk)/desk/courses/[course]/participants/actions.ts#takeBackParticipant": desk,
  "(desk)/desk/courses/[course]/participants/actions.ts#givePlace": desk,
  "(desk)/desk/courses/[course]/participants/actions.ts#editParticipant": desk,
  "(desk)/desk/courses/[course]/participants/actions.ts#makeParticipantCode": desk,
  "(desk)/desk/courses/[course]/registrations/actions.ts#undoDecision": coordinators,
  "(desk)/desk/_views/actions.ts#saveView": signedIn,
  "(desk)/desk/_views/actions.ts#renameView": signedIn,
  "(desk)/desk/_views/actions.ts#deleteView": signedIn,
  "(desk)/desk/_views/actions.ts#restoreView": signedIn,
  "(desk)/desk/courses/[course]/tell/actions.ts#markTold": coordinators,
  "(desk)/desk/courses/[course]/tell/actions.ts#markUntold": coordinators,
  "(desk)/today/actions.ts#dismissNotice": signedIn,
  "(desk)/desk/courses/[course]/roll/actions.ts#takeRoll": desk,
  "(desk)/desk/courses/[course]/tests/actions.ts#enterScores": desk,
  "(desk)/desk/courses/[course]/certificates/actions.ts#issueCertificates": coordinators,
  "(desk)/desk/courses/[course]/certificates/actions.ts#revokeCertificate": coordinators,
  "(desk)/desk/courses/[course]/certificates/actions.ts#reissueCertificate": coordinators,
  "(desk)/desk/courses/[course]/certificates/actions.ts#prepareCertificates": coordinators,
  "(desk)/desk/courses/[course]/certificates/actions.ts#keepCertificate": coordinators,
  "(desk)/desk/courses/[course]/certificates/actions.ts#allowAgain": coordinators,
  "(desk)/desk/people/actions.ts#createPerson": coordinators,
  "(desk)/desk/people/actions.ts#editPerson": coordinators,
  "(desk)/desk/people/actions.ts#bringIn": coordinators,
  "(desk)/desk/people/actions.ts#addMember": coordinators,
  "(desk)/desk/people/actions.ts#removeMember": coordinators,
  "(desk)/desk/people/actions.ts#giveAccess": coordinators,
  "(desk)/desk/people/actions.ts#showSensitive": coordinators,
  "(desk)/desk/programmes/actions.ts#createProgramme": administrators,
  "(desk)/desk/programmes/actions.ts#editProgramme": coordinators,
  "(desk)/desk/tools/actions.ts#createTool": coordinators,
  "(desk)/desk/tools/actions.ts#editTool": coordinators,
  "(desk)/desk/tools/actions.ts#addToolVersion": coordinators,
  "(desk)/desk/tools/actions.ts#editToolVersion": coordinators,
  "(desk)/desk/tools/actions.ts#setToolRetired": coordinators,
  "(desk)/desk/tools/actions.ts#setToolVersionRetired": coordinators,
  "(desk)/account/actions.ts#endSignIn": signedIn,
  "(desk)/desk/programmes/actions.ts#reviewRoles": coordinators,
  "(desk)/desk/settings/accounts/actions.ts#inviteSomebody": administrators,
  "(desk)/desk/settings/accounts/actions.ts#disableAccount": administrators,
  "(desk)/desk/settings/accounts/actions.ts#enableAccount": administrators,
  "(desk)/desk/settings/accounts/actions.ts#endSessionsOf": administrators,
  "(desk)/desk/settings/accounts/actions.ts#removeIdentityOf": administrators,
  "(desk)/desk/settings/accounts/actions.ts#giveAdministration": administrators,
  "(desk)/desk/settings/accounts/actions.ts#takeAdministration": administrators,
  "(desk)/desk/settings/mail/actions.ts#sendAgain": administrators,
  "(desk)/desk/settings/actions.ts#createVenue": coordinators,
  "(desk)/desk/settings/actions.ts#editVenue": coordinators,
  "(desk)/desk/settings/actions.ts#setVenueRetired": coordinators,
  "(desk)/desk/settings/actions.ts#editCountry": administrators,
  "(desk)/desk/settings/actions.ts#addHoliday": administrators,
  "(desk)/desk/settings/actions.ts#editHoliday": administrators,
  "(desk)/desk/settings/actions.ts#removeHoliday": administrators,
  "(desk)/desk/settings/actions.ts#restoreHoliday": administrators,
};
/** These take no input, so trying them signs the role out, or changes how they sign in; what they do has tests of its own. */
const withoutInput = [
  "(desk)/account/actions.ts#signOut",
  "(desk)/account/actions.ts#signOutElsewhere",
  "(desk)/account/registerActions.ts#leaveRegister",
  "(public)/sign-in/passkey/actions.ts#askToSignIn",
  "(desk)/desk/settings/mail/actions.ts#tryMail",
  ...[
    "leave",
    "startAuthenticator",
    "removeAuthenticator",
    "askForPasskey",
    "askToConfirm",
    "makeRecoveryCodes",
  ].map((name) => `(own)/account/second-step/actions.ts#${name}`),
];

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

const routeOf = (path: string) =>
  path
    .replace(/^app/, "")
    .replace("/[locale]", "")
    .replace(/\/\([a-z]+\)/, "")
    .replace(/\/(page|route)(\.tsx?)?$/, "") || "/";

const found = files("app")
  .filter((path) => /\/(page\.tsx|route\.ts)$/.test(path))
  // What takes posts alone has tests of its own.
  .filter((path) => path.endsWith("page.tsx") || /\bGET\b/.test(readFileSync(path, "utf8")))
  .map((path) => routeOf(path));

type Reference = { exportedName: string; filename: string; workers: Record<string, unknown> };
const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
  node: Record<string, Reference>;
};
const references = Object.entries(manifest.node).map(([key, { exportedName, filename, workers }]) => ({
  key,
  name: `${filename.replace("app/[locale]/", "")}#${exportedName}`,
  /** A page that holds the action: Next answers it there only. */
  route: routeOf(Object.keys(workers)[0]!),
}));

async function clientOf(role: Role): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: test.info().project.use.baseURL,
    storageState: roles[role] ? stateOf(role) : undefined,
    extraHTTPHeaders: { "Accept-Language": "en" },
  });
}

const does = triedBy(actions);

test("every page, file and action has its row, and no row is left over", () => {
  expect(found.sort()).toEqual(Object.keys(routes).sort());
  expect(references.map((r) => r.name).sort()).toEqual([...Object.keys(actions), ...withoutInput].sort());
});

for (const [index, role] of (Object.keys(roles) as Role[]).entries()) {
  test(`pages and files as ${role}`, async () => {
    const client = await clientOf(role);
    for (const [route, { row, at }] of Object.entries(routes)) {
      const answer = await client.get(at?.() ?? route, { maxRedirects: 0 });
      const location = answer.headers().location ?? "";
      const got = location.includes("/sign-in")
        ? "signIn"
        : answer.status() === 404
          ? "notFound"
          : answer.status() < 400
            ? "ok"
            : String(answer.status());
      expect(got, `${route} as ${role}`).toBe(row[index]);
    }
    await client.dispose();
  });

  test(`actions as ${role}`, async () => {
    const client = await clientOf(role);
    for (const { key, name, route } of references) {
      const row = actions[name];
      if (!row || !does(name, index)) continue;
      // As the browser sends an action with an empty form.
      const answer = await client.post(routes[route]!.at?.() ?? route, {
        headers: { "Next-Action": key, Accept: "text/x-component", Origin: test.info().project.use.baseURL! },
        multipart: { "0": '[{"status":"new"},"$K1"]' },
      });
      const code = /"code":"(\w+)"/.exec(await answer.text())?.[1];
      const said: Record<string, string> = { signInNeeded: "signIn", notFound: "notFound", invalid: "ok" };
      const got = said[code ?? ""] ?? `${answer.status()} ${code}`;
      expect(got, `${name} as ${role}`).toBe(row[index]);
    }
    await client.dispose();
  });
}
