// Packs many files into one, since a page can hand over one file at a time; as systems unpack without a program.
const Zip = (() => {
  "use strict";

  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xEDB88320 ^ (sum >>> 1) : sum >>> 1;
    return sum;
  });

  const checksum = (bytes) => {
    let sum = 0xFFFFFFFF;
    for (const byte of bytes) sum = table[(sum ^ byte) & 0xFF] ^ (sum >>> 8);
    return (sum ^ 0xFFFFFFFF) >>> 0;
  };

  const deflated = async (bytes) => new Uint8Array(await new Response(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());

  /** Numbers of 2 or 4 bytes, the lowest byte first. */
  const numbers = (...entries) => {
    const bytes = [];
    for (const [size, value] of entries) {
      for (let place = 0; place < size; place += 1) bytes.push((value >>> (8 * place)) & 0xFF);
    }
    return new Uint8Array(bytes);
  };

  return {
    /** The archive of a Map of paths and contents. */
    pack: async (files) => {
      const [parts, directory] = [[], []];
      let [place, length] = [0, 0];
      for (const [path, bytes] of files) {
        const name = new TextEncoder().encode(path);
        const data = await deflated(bytes);
        // Version, names in UTF-8, deflated, the first day of 1980, then sums and sizes.
        const about = [[2, 20], [2, 0x800], [2, 8], [2, 0], [2, 0x21], [4, checksum(bytes)], [4, data.length],
          [4, bytes.length], [2, name.length], [2, 0]];
        const head = numbers([4, 0x04034B50], ...about);
        const entry = numbers([4, 0x02014B50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, place]);
        parts.push(head, name, data);
        directory.push(entry, name);
        place += head.length + name.length + data.length;
        length += entry.length + name.length;
      }
      const count = directory.length / 2;
      const end = numbers([4, 0x06054B50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, place], [2, 0]);
      return new Blob([...parts, ...directory, end]);
    },
  };
})();
