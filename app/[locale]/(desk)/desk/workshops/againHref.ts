/** Where a trainer schedules another workshop like one of their own: at the step that asks for the day and the village. */
export const againHref = (courseId: number) => `/desk/workshops/new?copy=${courseId}#where`;
