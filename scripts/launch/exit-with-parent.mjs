// Loaded first in every Node process that the launcher starts: when the launcher dies without a word, the channel to
// it closes, and the process ends as if it had been asked to.
process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 15_000).unref();
});
