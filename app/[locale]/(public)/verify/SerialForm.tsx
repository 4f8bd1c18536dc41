"use client";

import { Form, type FormProps } from "@/app/_ui/form/Form";
import { findCertificate } from "./actions";

/** Asks for a serial. */
export const SerialForm = (props: FormProps) => <Form action={findCertificate} asks {...props} />;
