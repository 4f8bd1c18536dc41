// A command whose reader goes away (`npm run check | head -1`) does its work to the end: what it still says is lost, no more.
for (const out of [process.stdout, process.stderr])
  out.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
