import { notFound } from "next/navigation";

/** An address about one's account that leads nowhere: whoever is signed in keeps their places around them. */
export default function Nowhere() {
  notFound();
}
