/** How the bytes of a text file stand for its letters. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Watches a file go by and says in the end how it is written: by its mark (BOM), by the zeros that UTF-16 has in
 * every other byte, or by whether all of it is valid UTF-8. What is left is taken for Windows-1252, which
 * Latin-1 is a part of. Constant memory.
 */
export function encodingWatcher(): {
  see(chunk: Uint8Array): void;
  encoding(): Encoding;
} {
  let head = new Uint8Array(0);
  let valid = true;
  const strict = new TextDecoder("utf-8", { fatal: true });
  return {
    see: (chunk) => {
      if (head.length < sampleBytes) head = Buffer.concat([head, chunk]).subarray(0, sampleBytes);
      if (!valid) return;
      try {
        strict.decode(chunk, { stream: true });
      } catch {
        valid = false;
      }
    },
    encoding: () => byMark(head) ?? byZeros(head) ?? (valid ? "utf-8" : "windows-1252"),
  };
}

const sampleBytes = 4096;

function byMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
}

/** Text in Western letters has a zero byte beside each letter in UTF-16, and none otherwise. */
function byZeros(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 4;
  if (odd > many && even < many / 4) return "utf-16le";
  return even > many && odd < many / 4 ? "utf-16be" : null;
}

/** The text of a file, piece by piece, without its mark. Bytes that mean nothing become U+FFFD. */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
