/** The row of `settings` that holds when public pages of a tag were changed last, in ms since the epoch. */
export const nameOfChange = (tag: string): string => `changed:${tag}`;

/** Tags of the public page of a course: what is shown there of the course, its programme, the tools and the venue. */
export const tagsOfCourse = (course: {
  id: number;
  programmeId: number;
  venueId: number | null;
  sharedWith: readonly { id: number }[];
}): string[] => [
  `course:${course.id}`,
  ...[course.programmeId, ...course.sharedWith.map(({ id }) => id)].map((id) => `programme:${id}`),
  "tools",
  ...(course.venueId === null ? [] : [`venue:${course.venueId}`]),
];
