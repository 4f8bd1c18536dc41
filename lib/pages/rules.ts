/** The row of `settings` that holds when public pages of a tag were changed last, in ms since the epoch. */
export const nameOfChange = (tag: string): string => `changed:${tag}`;

/** Tags of the public page of a course: what is shown there of the course, its programme, the tools and the venue. */
export const tagsOfCourse = (course: {
  id: number;
  programmeId: number;
  venueId: number | null;
}): string[] => [
  `course:${course.id}`,
  `programme:${course.programmeId}`,
  "tools",
  ...(course.venueId === null ? [] : [`venue:${course.venueId}`]),
];
