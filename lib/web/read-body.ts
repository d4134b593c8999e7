import { AppError } from "../errors";

/**
 * The body of a request as it came, read no further than `limitBytes`; empty when there is none.
 * @throws {AppError} `too_large`
 */
async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limitBytes) throw tooLarge(limitBytes);
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > limitBytes) {
      await reader.cancel();
      throw tooLarge(limitBytes);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts, length);
}

/**
 * The JSON body of a request, read no further than `limitBytes`.
 * @throws {AppError} `too_large`; `invalid` when there is no body or it is not JSON
 */
export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, limitBytes));
  if (text.trim() === "") throw new AppError("invalid", "The request has no body. Send JSON.");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", "The body of the request is not valid JSON.", { cause: error });
  }
}

export const tooLarge = (limitBytes: number): AppError =>
  new AppError("too_large", `The request is larger than ${Math.floor(limitBytes / 1024)} KB.`);
