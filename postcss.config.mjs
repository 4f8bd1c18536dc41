// What is developed with is new: only what is built is written for older browsers.
const older = process.env.NODE_ENV === "production" ? { "./postcss.older.cjs": {} } : {};

export default { plugins: { "@tailwindcss/postcss": {}, ...older } };
