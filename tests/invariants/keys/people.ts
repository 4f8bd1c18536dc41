import { type Filled, version } from "../../support/twoProgrammes";
import { type Row, team } from "./row";

const newcomer = (of: Filled) => of.open.rows[1]!.personId;

/** People, their roles and their access. */
export const peopleRows: Record<string, Row> = {
  createPerson: {
    form: () => ({ name: "Added", language: "en" }),
    by: [...team, "coordinatorElsewhere", "sharer"],
  },
  editPerson: {
    form: (of) => ({
      personId: String(newcomer(of)),
      version: version("persons", newcomer(of)),
      name: "Mended",
      language: "en",
    }),
    by: team,
  },
  addMember: {
    form: (of) => ({ personId: String(newcomer(of)), programmeId: String(of.programmeId), role: "trainer" }),
    by: team,
  },
  makeTrainers: {
    form: (of) => ({ personIds: [String(newcomer(of))], programmeId: String(of.programmeId) }),
    by: team,
  },
  removeMember: {
    form: (of) => ({ personId: String(of.trainerId), programmeId: String(of.programmeId), role: "trainer" }),
    by: team,
  },
  bringIn: {
    form: (of) => ({ programmeId: String(of.programmeId), contact: "brought@example.org", role: "" }),
    by: team,
  },
  makeCode: { form: (of) => ({ personId: String(of.open.rows[2]!.personId) }), by: team },
  giveAccess: { form: (of) => ({ personId: String(newcomer(of)) }), by: team },
  showSensitive: { form: (of) => ({ personId: String(newcomer(of)) }), by: team },
};
