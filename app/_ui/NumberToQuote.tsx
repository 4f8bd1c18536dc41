/** The number of a registration as somebody says it, with that of its course before it; in one line, from left to right. */
export const NumberToQuote = ({ course, number }: { course: number; number: number }) => (
  <bdi dir="ltr" className="font-mono kept">
    {course}-{number}
  </bdi>
);
