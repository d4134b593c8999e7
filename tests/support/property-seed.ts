import fc from "fast-check";

const FIXED_SEED = 20_261_124;

/**
 * The same examples in every run of `npm test`, so that a change is judged by what it does and not by luck.
 * PROPERTY_SEED=random looks for new ones, PROPERTY_SEED=<number> repeats one that a failure has named.
 */
const wanted = process.env.PROPERTY_SEED ?? String(FIXED_SEED);
if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });
