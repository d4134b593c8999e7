import { AppError } from "../errors";

/**
 * The JSON body of a request, read no further than `limitBytes`.
 * @throws {AppError} `too_large`; `invalid` when there is no body or it is not JSON
 */
export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limitBytes) throw tooLarge(limitBytes);
  const text = await readText(request, limitBytes);
  if (text.trim() === "") throw new AppError("invalid", "The request has no body. Send JSON.");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", "The body of the request is not valid JSON.", { cause: error });
  }
}

async function readText(request: Request, limitBytes: number): Promise<string> {
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > limitBytes) {
      await reader.cancel();
      throw tooLarge(limitBytes);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

const tooLarge = (limitBytes: number): AppError =>
  new AppError("too_large", `The request is larger than ${Math.floor(limitBytes / 1024)} KB.`);
