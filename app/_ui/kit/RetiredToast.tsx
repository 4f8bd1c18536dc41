import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import type { FormProps } from "../form/Form";
import { Submit } from "../form/fields";
import { Toast } from "./Toast";

/** That something is no longer used, or is used again, with its undo: the same form with the other word. */
export function RetiredToast({
  of,
  retired,
  form: Form,
  children,
}: {
  /** Another one for each time. */
  of: string;
  /** How it is now. */
  retired: boolean;
  form: ComponentType<FormProps>;
  /** The fields of the form that undoes it. */
  children: ReactNode;
}) {
  const t = useTranslations("parts");
  return (
    <Toast
      of={`${of} ${retired}`}
      undo={
        <Form>
          {children}
          <Submit tone="quiet" busy={t("loading")}>
            {t("undo")}
          </Submit>
        </Form>
      }
    >
      {t(retired ? "retired" : "restored")}
    </Toast>
  );
}
