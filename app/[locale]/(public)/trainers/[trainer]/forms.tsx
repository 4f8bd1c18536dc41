"use client";

import { Form, type FormProps } from "@/app/_ui/form/Form";
import { askForTrainer } from "./actions";

export const EnquiryForm = (props: FormProps) => <Form action={askForTrainer} asks {...props} />;
