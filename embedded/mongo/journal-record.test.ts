import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CorruptJournal, decodeJournal, encodeRecord, JOURNAL_HEADER } from "./journal-record";

const entries = fc.array(fc.record({ k: fc.constant("put"), text: fc.string(), bytes: fc.uint8Array() }), {
  minLength: 1,
  maxLength: 12,
});

const journalOf = (records: Buffer[]) => Buffer.concat([JOURNAL_HEADER, ...records]);

describe("the journal's format", () => {
  it("gives back what was written, whatever byte it was cut at, up to the last whole record", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, cut) => {
        const records = list.map(encodeRecord);
        const whole = journalOf(records);
        const length = cut % (whole.length + 1);
        const read = decodeJournal(whole.subarray(0, length), "journal");
        const kept = records.filter((_, n) => journalOf(records.slice(0, n + 1)).length <= length);
        expect(read.entries).toHaveLength(kept.length);
        expect(read.entries.map((entry) => entry.text)).toEqual(
          list.slice(0, kept.length).map(({ text }) => text),
        );
        expect(read.length + read.tornBytes).toBe(length);
      }),
    );
  });

  it("never takes damage before the last record for a torn end", () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, place, flip) => {
        const records = list.map(encodeRecord);
        const bytes = Buffer.concat([journalOf(records), encodeRecord({ k: "last" })]);
        const damaged = JOURNAL_HEADER.length + (place % (journalOf(records).length - JOURNAL_HEADER.length));
        bytes.writeUInt8(bytes.readUInt8(damaged) ^ flip, damaged);
        expect(() => decodeJournal(bytes, "the-file")).toThrow(CorruptJournal);
      }),
    );
  });

  it("names the file and the remedy when it is damaged or not its own", () => {
    const bytes = journalOf([encodeRecord({ k: "a" }), encodeRecord({ k: "b" })]);
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    expect(() => decodeJournal(bytes, "/data/journal.bson")).toThrow(/\/data\/journal\.bson.*truncate -s 8/);
    expect(() => decodeJournal(Buffer.from("something else"), "/data/journal.bson")).toThrow(/Move it away/);
  });
});
