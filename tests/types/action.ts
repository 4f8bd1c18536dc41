import { action } from "../../app/_actions/action";
import { registerPerson } from "../../lib/admission/commands";
import { createProgramme } from "../../lib/programmes/commands";

/** What has to be true at compile time of actions; `tsc --noEmit` is the test. Nothing here runs. */
export function actions() {
  action(createProgramme);
  // @ts-expect-error a command whose schema follows what is asked says how to get that
  action(registerPerson);
  // @ts-expect-error and gets what its schema takes
  action(registerPerson, { asked: () => [3] });
  return action(registerPerson, { asked: () => [[]] });
}
