import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { countrySchema } from "../../programmes/schema";
import { refuse } from "../../result";
import { countryRow, setCountry } from "../store";

/** Changes zone and weekend of a country, as they are proposed for new courses. Courses that are planned keep theirs. */
export const editCountry = command("countries.edit", countrySchema, (cx, input) => {
  gate.anywhere(cx, "countries.edit");
  const { code, version } = countryRow(cx, input.country) ?? refuse("notFound");
  if (version !== input.version) refuse("stale");
  setCountry(cx, code, {
    zone: input.zone,
    weekend: input.weekend.map(Number).sort(),
    version: version + 1,
  });
  happened(cx, { kind: "country.edited", code });
  return { country: code };
});
