// Calls what the module for browsers has instead of a C library, for the check that compares it.
//
//   node runtime.js MODULE CASES
//
// CASES is JSON: a list of [function, number, number, result], of 128 bits as decimal digits.
const assert = require("node:assert");
const { readFileSync } = require("node:fs");

const [moduleName, casesName] = process.argv.slice(2);
const module_ = new WebAssembly.Module(readFileSync(moduleName));
const library = new WebAssembly.Instance(module_, {
  browser: { fillWithRandomBytes() {}, decodeGB18030: () => -1 },
}).exports;
const view = () => new DataView(library.memory.buffer);
const bytes = (place, count) => new Uint8Array(library.memory.buffer, place, count);

// MARK: Memory

const cell = library.__heap_base.value;
library.memory.grow(1);
const allocate = (size) => {
  assert.strictEqual(library.posix_memalign(cell, 16, size), 0);
  return view().getUint32(cell, true);
};
const blocks = new Map();
let state = 12345;
const below = (count) => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return Math.floor(state / 65536) % count;
};
let greatest = 0;
for (let round = 0; round < 200000; round += 1) {
  if (blocks.size < 200 && below(3) > 0) {
    const size = below(20) === 0 ? below(100000) : below(300);
    const place = allocate(size);
    assert.strictEqual(place % 16, 0);
    bytes(place, size).fill(blocks.size % 251);
    blocks.set(place, [size, blocks.size % 251]);
  } else if (blocks.size > 0) {
    const [place, [size, value]] = Array.from(blocks)[below(blocks.size)];
    assert.ok(bytes(place, size).every((byte) => byte === value), "blocks overlap");
    library.free(place);
    blocks.delete(place);
  }
  if (round === 100000) greatest = library.memory.buffer.byteLength;
}
assert.ok(library.memory.buffer.byteLength < 2 * greatest, "freed memory is not used again");
assert.strictEqual(library.posix_memalign(cell, 4096, 16), 22);
assert.strictEqual(library.posix_memalign(cell, 16, 0xFFFFFFF0), 12);

const [from, to] = [allocate(256), allocate(256)];
bytes(from, 256).forEach((_, index, all) => { all[index] = index; });
library.memcpy(to, from, 256);
assert.deepStrictEqual(bytes(to, 256), bytes(from, 256));
assert.strictEqual(library.memcmp(to, from, 256), 0);
library.memmove(to + 8, to, 100);
assert.deepStrictEqual(bytes(to + 8, 100), bytes(from, 100));
assert.ok(library.memcmp(to, from, 256) < 0);
library.memset(to, 7, 3);
assert.deepStrictEqual(Array.from(bytes(to, 4)), [7, 7, 7, 3]);

// MARK: Arithmetic

const result = allocate(16);
const half = (number, place) => BigInt.asIntN(64, number >> BigInt(place));
for (const [name, left, right, expected] of JSON.parse(readFileSync(casesName, "utf8"))) {
  const [a, b] = [BigInt(left), BigInt(right)];
  const rest = name.includes("sh") ? [Number(b)] : [half(b, 0), half(b, 64)];
  library[name](result, half(a, 0), half(a, 64), ...rest);
  const found = view().getBigUint64(result, true) | view().getBigUint64(result + 8, true) << 64n;
  assert.strictEqual(found, BigInt(expected), [name, left, right].join(" "));
}
console.log("all as they should be");
