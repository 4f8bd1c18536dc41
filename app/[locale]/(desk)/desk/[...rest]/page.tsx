import { notFound } from "next/navigation";

/** An address under the desk that leads nowhere: whoever is signed in keeps their places around them. */
export default function Nowhere() {
  notFound();
}
