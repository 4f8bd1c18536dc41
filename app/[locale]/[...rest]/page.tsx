import { notFound } from "next/navigation";

/** Every other address: not found, in the reader's language. */
export default function Rest() {
  notFound();
}
