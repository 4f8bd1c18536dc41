import * as z from "zod";
import { feeds } from "../../db/values/feeds";
import { current } from "../accounts/schema";
import { agree, oneOf, optionalId } from "../fields";

/** Whose sessions a calendar holds; `of`: the key of the course, the trainer or the room, and none for one's own. */
export const feedSchema = z
  .object({ feed: oneOf(feeds), of: optionalId() })
  .check(
    agree<{ feed: string; of: number | null }>(
      ["of", "feed"],
      (f) => (f.feed === "mine") === (f.of === null),
      "choose",
    ),
  );
/** The same with the password of who makes an address: whoever has it reads the calendar for as long as it holds. */
export const feedMadeSchema = feedSchema.safeExtend({ current });
export type FeedAsked = z.output<typeof feedSchema>;
