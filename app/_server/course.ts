import { cache } from "react";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { courseHead, deskCourse } from "@/lib/courses/queries";
import { granted } from "./context";

/** The course of a desk page, read once a request: its frame and the page itself both ask for it. */
export const courseOfDesk = cache((cx: Context, courseId: number) =>
  granted(() => deskCourse(cx, gate.course(cx, "course.read", courseId))),
);

/** What stands above a course's pages, read once a request as well: the first of its pages shows the counts again. */
export const courseHeadOfDesk = cache((cx: Context, courseId: number) =>
  granted(() => courseHead(cx, gate.course(cx, "course.read", courseId))),
);
