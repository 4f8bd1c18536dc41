/** What a module begins with that is added. */
export const newModule = {
  code: "",
  titleEn: "",
  titleFr: "",
  titleAr: "",
  minutes: "",
  publishedCode: "",
  position: "",
};
