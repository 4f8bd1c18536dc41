import { notFound } from "next/navigation";

/** An address among one's own pages that leads nowhere: whoever is signed in keeps their places around them. */
export default function Nowhere() {
  notFound();
}
