import { Zip, ZipDeflate } from "fflate";
import type { ExportedFile } from "../account/export-account";

/** A zip archive that is written while its files are read: of each only the piece that is being packed is in memory. */
export async function* zipFiles(files: AsyncIterable<ExportedFile>, now: Date): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  const encoder = new TextEncoder();
  for await (const { name, pieces } of files) {
    const entry = new ZipDeflate(name);
    entry.mtime = now;
    zip.add(entry);
    for await (const piece of pieces) {
      entry.push(encoder.encode(piece));
      yield* packed.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* packed.splice(0);
  }
  zip.end();
  yield* packed.splice(0);
}
