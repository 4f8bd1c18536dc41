import { cache } from "react";
import { courseHead, deskCourse } from "@/lib/courses/queries";

/** The course of a desk page, read once a request: its frame and the page itself both ask for it. */
export const courseOfDesk = cache(deskCourse);

/** What stands above a course's pages, read once a request as well: the first of its pages shows the counts again. */
export const courseHeadOfDesk = cache(courseHead);
