"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { joinRegisterSchema, leaveRegisterSchema } from "@/lib/stages/schema";
import { joinRegister, leaveRegister } from "./registerActions";

export const JoinRegisterForm = (props: FormProps) => (
  <CheckedForm schema={joinRegisterSchema} action={joinRegister} {...props} />
);
export const LeaveRegisterForm = (props: FormProps) => (
  <CheckedForm schema={leaveRegisterSchema} action={leaveRegister} {...props} />
);
