"use client";

import { Form, type FormProps } from "@/app/_ui/form/Form";
import { register } from "./actions";

/** The registration of a course. The server checks it with the course's questions: a phone loads no schema. */
export const RegistrationForm = (props: FormProps) => <Form action={register} {...props} />;
