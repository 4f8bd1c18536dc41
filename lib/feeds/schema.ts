import * as z from "zod";
import { feeds } from "../../db/values/feeds";
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
export type FeedAsked = z.output<typeof feedSchema>;
