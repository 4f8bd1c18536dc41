import { getTranslations } from "next-intl/server";
import { Submit } from "@/app/_ui/form/fields";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { Numbers } from "./_facts/Numbers";
import { What } from "./_facts/What";
import { When } from "./_facts/When";
import { Where } from "./_facts/Where";
import { Who } from "./_facts/Who";

/** Every field of a recorded course. Each fact has what it rests on beside it; people are never asked for by name. */
export async function RecordFields({
  cx,
  send,
  course,
}: {
  cx: Context;
  send: string;
  /** The course whose record is corrected, or nothing for a new one: what it has is offered, retired or not. */
  course?: Course;
}) {
  const plan = await getTranslations("plan");
  return (
    <>
      <What cx={cx} course={course} />
      <Where cx={cx} course={course} />
      <When course={course} />
      <Who course={course} />
      <Numbers course={course} />
      <div>
        <Submit busy={plan("saving")}>{send}</Submit>
      </div>
    </>
  );
}
