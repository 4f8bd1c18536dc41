import * as z from "zod";
import { id, ids } from "../../fields";

/** Whom to remind of their first workshops after a training of trainers. */
export const remindPlansSchema = z.object({ courseId: id(), registrationIds: ids(200) });
