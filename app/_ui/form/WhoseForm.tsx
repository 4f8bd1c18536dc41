"use client";

import { type ComponentProps, useContext } from "react";
import { signedInAs } from "@/lib/accounts/rules/signIns";
import { Form } from "./Form";
import { Hidden } from "./fields";
import { WhoseContext } from "./PageOf";
import { wayOn } from "./wayOn";

/** Says in a form whose page it is on; nothing on a page of nobody. */
function Whose() {
  const account = useContext(WhoseContext);
  return account === null ? null : <Hidden name={signedInAs} value={account} />;
}

/** A form of a page of somebody signed in: refused where somebody else is by now. No other form stands on such a page. */
export const WhoseForm = <T,>({ children, ...props }: ComponentProps<typeof Form<T>>) => (
  <Form {...props} wayOn={wayOn}>
    <Whose />
    {children}
  </Form>
);
