import * as z from "zod";
import { viewLists } from "../../db/values/views";
import { id, oneOf, requiredLine } from "../fields";
import { longestName } from "./rules";

const name = () => requiredLine(longestName);

/** A view as somebody saves it: the list, what its address says, and a name. */
export const saveViewSchema = z.object({
  list: oneOf(viewLists),
  query: z.string().max(1000),
  name: name(),
});

/** Another name for a view of one's own. */
export const renameViewSchema = z.object({ viewId: id(), name: name() });

/** A view of one's own, to be deleted or put back. */
export const viewSchema = z.object({ viewId: id() });
