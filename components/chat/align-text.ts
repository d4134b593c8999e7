const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/i;

/**
 * The place in `source` of each character of a text that was parsed from it: escapes, references such as `&amp;` and the
 * beginnings of quoted lines are in the source alone. Null where the text cannot have come from there.
 */
export function alignText(text: string, source: string, from: number, to: number): number[] | null {
  const places: number[] = [];
  let at = from;
  for (let index = 0; index < text.length; index += 1) {
    const found = nextPlace(text.charAt(index), source, at, to);
    if (found === null) return null;
    places.push(found.place);
    at = found.next;
  }
  return places;
}

function nextPlace(
  character: string,
  source: string,
  from: number,
  to: number,
): { place: number; next: number } | null {
  for (let at = from; at < to; at += 1) {
    if (source.charAt(at) === "&") {
      const entity = ENTITY.exec(source.slice(at, Math.min(to, at + 34)))?.[0];
      const isSpelledOut = entity !== undefined && character !== "&";
      if (isSpelledOut || entity === "&amp;") return { place: at, next: at + (entity?.length ?? 1) };
    }
    if (source.charAt(at) === character) return { place: at, next: at + 1 };
  }
  return null;
}
