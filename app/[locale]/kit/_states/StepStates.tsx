"use client";

import { useWatch } from "react-hook-form";
import { Form } from "@/app/_ui/form/Form";
import { Submit, TextField } from "@/app/_ui/form/fields";
import { StepForm } from "@/app/_ui/kit/StepForm";

function SoFar() {
  const { title, place } = useWatch();
  return (
    <p aria-live="polite" className="p-4">
      {[title, place].filter(Boolean).join(", ") || "Nothing yet"}
    </p>
  );
}

function Said({ name }: { name: string }) {
  return String(useWatch({ name }) ?? "");
}

/** One form in steps, with what it comes to so far. */
export function StepStates() {
  return (
    <Form action={async () => ({ status: "new" })} draft={{ of: "kit" }} label="A course">
      <StepForm
        summary={<SoFar />}
        send={<Submit busy="Saving…">Create the draft</Submit>}
        steps={[
          {
            key: "what",
            title: "What",
            asks: "Type, programme and language",
            said: <Said name="title" />,
            go: "Continue to what",
            fields: ["title"],
            children: <TextField name="title" label="Title" />,
          },
          {
            key: "days",
            title: "Days and place",
            asks: "9 to 11 working days are needed",
            said: <Said name="place" />,
            go: "Continue to days and place",
            fields: ["place"],
            children: <TextField name="place" label="Place" />,
          },
          {
            key: "places",
            title: "المقاعد والتسجيل",
            asks: "25 مقعداً، بالاختيار",
            go: "المتابعة إلى المقاعد",
            fields: ["places"],
            children: <TextField name="places" label="Places" />,
          },
        ]}
      />
    </Form>
  );
}
