/** The page of a course whose plan was changed, with how many people hear of it. */
export const planSaved = ({
  courseId,
  mailed,
  byHand,
}: {
  courseId: number;
  mailed: number;
  byHand: number;
}): string => {
  const told = [mailed > 0 ? `&mailed=${mailed}` : "", byHand > 0 ? `&byHand=${byHand}` : ""];
  return `/desk/courses/${courseId}?done=plan${told.join("")}`;
};
