import postgres from "postgres";
import type { BenchContext } from "../bench";
import { type Contestant, purser, startModel } from "./contestants";
import { type SignedIn, signedInPeople } from "./people";
import { type Pipeline, startPipeline } from "./start-pipeline";

type Stage = { pipeline: Pipeline; people: SignedIn[]; ours: Contestant; sql: postgres.Sql };
type Size = { people: number; workers: number; concurrency: number };

/** Model, application and signed-in people for one measurement, and their end. The worker has answered once by then. */
export async function withPipeline<Result>(
  { parts }: BenchContext,
  { people: count, workers, concurrency }: Size,
  measure: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(String(parts.environment.DATABASE_URL), { max: 1 });
  const model = await startModel(parts);
  const pipeline = await startPipeline({ parts, modelUrl: `${model.url}/v1`, workers, concurrency });
  try {
    const people = await signedInPeople(count, sql, parts.environment);
    const ours = purser(pipeline, parts, people);
    const { problem } = await ours.ask({ words: 1, everyMs: 0 });
    if (problem !== undefined) throw new Error(`No answer: ${problem}.`);
    return await measure({ pipeline, people, ours, sql });
  } finally {
    await sql.end();
    await Promise.all([pipeline.stop(), model.stop()]);
  }
}
