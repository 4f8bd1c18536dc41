export default { plugins: { "@tailwindcss/postcss": {}, "./postcss.older.cjs": {} } };
