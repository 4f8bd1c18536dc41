import { cache } from "react";
import { deskCourse } from "@/lib/courses/queries";

/** The course of a desk page, read once a request: its frame and the page itself both ask for it. */
export const courseOfDesk = cache(deskCourse);
