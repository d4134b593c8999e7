/**
 * What is asked for, if it comes in time. What comes later is dropped: who is asked is not stopped.
 * @throws {Error} "no answer within …" when the time is over; whatever `answer` is rejected with
 */
export async function withinTime<Answer>(answer: Promise<Answer>, limitMs: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs / 1_000} s`)), limitMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
