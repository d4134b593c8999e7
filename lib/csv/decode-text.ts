import { AppError } from "../errors";

export type DecodedText = { text: string; encoding: "UTF-8" | "UTF-16" | "Windows-1252" };

/** What people choose by mistake, by the first bytes of it. */
const OTHER_FILES: readonly [RegExp, string][] = [
  [/^PK[^\w\s,;|"']{2}|^ÐÏ/, "This is a spreadsheet. Open it and save it as CSV, or ask your bank for CSV."],
  [/^%PDF/, "This is a PDF. Download the transactions as CSV instead."],
  [/^\s*(OFXHEADER|<\?xml|<OFX|<html|<!doctype)/i, "This is not a CSV file. Ask your bank for CSV."],
  [/^!(Type|Account)/i, "This is a Quicken file. Download the transactions as CSV instead."],
  [/^:20:|^\{1:F01/, "This is an MT940 statement. Download the transactions as CSV instead."],
];

/**
 * Text of a file, whatever wrote it: UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252, which is what
 * older exports of Western banks and Excel use. Line ends become `\n`.
 * @throws {AppError} `invalid` for what is no text or visibly another kind of file
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const start = Buffer.from(bytes.subarray(0, 512))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  for (const [sign, message] of OTHER_FILES) if (sign.test(start)) throw new AppError("invalid", message);
  const decoded = decode(bytes);
  const text = decoded.text.replaceAll(/\r\n?/g, "\n");
  if (text.trim() === "") throw new AppError("invalid", "The file is empty.");
  if (text.includes("\0")) throw new AppError("invalid", "This is not a text file. Ask your bank for CSV.");
  return { ...decoded, text };
}

function decode(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    // Bytes that are no UTF-8: every sequence of bytes is Windows-1252.
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}

/** By the byte order mark, or by the zeros that fill up every Western letter. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 512 - (512 % 2));
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const many = start.length / 2 / 2;
  if ((zeros[1] ?? 0) > many && zeros[0] === 0) return "utf-16le";
  return (zeros[0] ?? 0) > many && zeros[1] === 0 ? "utf-16be" : undefined;
}
