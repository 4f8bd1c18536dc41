"use client";

import type { ComponentProps } from "react";
import { Form } from "./Form";
import { Whose } from "./Whose";

/** A form of a page of somebody signed in: refused where somebody else is by now. No other form stands on such a page. */
export const WhoseForm = <T,>({ children, ...props }: ComponentProps<typeof Form<T>>) => (
  <Form {...props}>
    <Whose />
    {children}
  </Form>
);
