/** Whoever reads a stream, until they hang up. */
export function readerOf(request: Request): AbortController {
  const reader = new AbortController();
  if (request.signal.aborted) reader.abort();
  request.signal.addEventListener("abort", () => reader.abort(), { once: true });
  return reader;
}

/** Whoever gets no stream has left again. */
export function orLeave<Result>(reader: AbortController, work: Promise<Result>): Promise<Result> {
  work.catch(() => reader.abort());
  return work;
}
