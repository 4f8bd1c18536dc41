"use client";

import dynamic from "next/dynamic";

/** Loaded where a course can be opened: the head of every page of a course, attendance among them, goes without forms. */
export const OpenCourse = dynamic(() => import("./OpenForm").then(({ OpenForm }) => OpenForm));
