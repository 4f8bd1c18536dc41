import type { MetadataRoute } from "next";

/** How the site stands on the first screen of a phone. Its name is the same in all languages. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Cascade",
    short_name: "Cascade",
    start_url: "/",
    scope: "/",
    // With the browser's own back: not every page has one.
    display: "minimal-ui",
    background_color: "#faf9f6",
    theme_color: "#0b6b5b",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
