import { AppError } from "../errors";

/** Of every route, whichever kind of request it works on. */
const MAX_BODY_BYTES = 256 * 1024;

/**
 * What comes of a body, read no further than the limit.
 * @throws {AppError} `too_large`
 */
export async function readBytes(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.byteLength;
    if (length > MAX_BODY_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

/**
 * The JSON body of a request, read no further than the limit, and not at all when it announces more.
 * @throws {AppError} `too_large`; `invalid` when there is no body or it is not JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const text = request.body === null ? "" : new TextDecoder().decode(await readBytes(request.body));
  if (text.trim() === "") throw new AppError("invalid", "The request has no body. Send JSON.");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", "The body of the request is not valid JSON.", { cause: error });
  }
}

const tooLarge = (): AppError =>
  new AppError("too_large", `The request is larger than ${Math.floor(MAX_BODY_BYTES / 1024)} KB.`);
