import type { CoursePaper } from "./papers";
import { typesetPdf } from "./typst";

/** A list of a course as a PDF on A4 across, readable for a screen reader (PDF/UA-1). */
export const coursePdf = (paper: CoursePaper): Buffer => typesetPdf(paper.kind, paper, { accessible: true });
