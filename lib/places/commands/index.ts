export { editCountry } from "./country";
export { addHoliday, editHoliday, removeHoliday, restoreHoliday } from "./holiday";
export { createVenue, editVenue, setVenueRetired } from "./venue";
