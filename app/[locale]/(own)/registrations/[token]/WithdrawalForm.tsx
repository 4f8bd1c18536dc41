"use client";

import { Form, type FormProps } from "@/app/_ui/form/Form";
import { comeBack, makePlan, withdraw } from "./actions";

/** Giving the place back. */
export const WithdrawalForm = (props: FormProps) => <Form action={withdraw} {...props} />;

/** Taking part again. */
export const ComeBackForm = (props: FormProps) => <Form action={comeBack} {...props} />;

/** One's own action plan. */
export const OwnPlanForm = (props: FormProps) => <Form action={makePlan} {...props} />;
