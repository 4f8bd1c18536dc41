import { type Filled, type TwoProgrammes, version } from "../../support/twoProgrammes";
import { type Row, team } from "./row";

/** A tool as its form sends it. */
const newTool = (of: { programmeId: number }) => ({
  programmeId: String(of.programmeId),
  ownLanguage: "en",
  titleEn: "A tool",
  descriptionEn: "What it is",
  versionLabel: "1",
  "modules.0.titleEn": "Basics",
  "modules.0.minutes": "60",
});
const toolVersion = (of: Filled, rowsOf: Filled) => ({
  toolVersionId: String(of.tool.toolVersionId),
  version: version("tools", of.tool.toolId),
  ownLanguage: "en",
  versionLabel: "1",
  "modules.0.id": String(rowsOf.tool.moduleId),
  "modules.0.titleEn": "Renamed",
  "modules.0.minutes": "90",
});

/** Programmes, and what their courses are made of: tools, versions, venues. */
export function programmeRows({ w, roomElsewhere }: TwoProgrammes): Record<string, Row> {
  const venue = (roomId: number) => ({
    venueId: String(w.venueId),
    version: version("venues", w.venueId),
    name: "Centre",
    country: "JO",
    place: "Irbid",
    "rooms.0.id": String(roomId),
    "rooms.0.name": "Renamed",
  });
  return {
    reviewRoles: { form: (of) => ({ programmeId: String(of.programmeId) }), by: team },
    createTool: {
      form: newTool,
      by: team,
      named: (of, elsewhere) => ({
        ...newTool(of),
        "modules.0.id": String(elsewhere.tool.moduleId),
      }),
    },
    editTool: {
      form: (of) => ({
        toolId: String(of.tool.toolId),
        version: version("tools", of.tool.toolId),
        ownLanguage: "en",
        titleEn: "Renamed",
        descriptionEn: "What it is",
      }),
      by: team,
    },
    addToolVersion: {
      form: (of) => ({
        toolId: String(of.tool.toolId),
        versionLabel: "2",
        copyFrom: String(of.tool.toolVersionId),
      }),
      by: team,
    },
    editToolVersion: {
      form: (of) => toolVersion(of, of),
      by: team,
      named: (of, elsewhere) => toolVersion(of, elsewhere),
    },
    setToolRetired: { form: (of) => ({ toolId: String(of.tool.toolId), retired: "yes" }), by: team },
    setToolVersionRetired: {
      form: (of) => ({ toolVersionId: String(of.tool.toolVersionId), retired: "yes" }),
      by: team,
    },
    editVenue: {
      form: () => venue(w.roomId),
      by: team,
      open: { venueId: "a venue is a country's, whatever the programme" },
      named: () => venue(roomElsewhere),
    },
    setVenueRetired: {
      form: () => ({ venueId: String(w.venueId), retired: "yes" }),
      by: team,
      open: { venueId: "a venue is a country's, whatever the programme" },
    },
    createProgramme: {
      form: () => ({ code: "New", titleEn: "New", issuer: "ILO", issuerEn: "ILO", countries: ["JO"] }),
      by: ["administrator"],
    },
    editProgramme: {
      form: (of) => ({
        programmeId: String(of.programmeId),
        version: "1",
        code: `Code ${of.programmeId}`,
        titleEn: "Title",
        issuer: "ILO",
        issuerEn: "ILO",
        countries: ["JO"],
      }),
      by: team,
    },
  };
}
