// Takes apart what the page's maker packed with LZMA: browsers have nothing of their own that packs so tightly.
// Against gzip, which they have, the module is a third smaller; taking it apart takes about 0.15 s.

/**
 * The bytes that were packed as a raw stream of LZMA with a marker at its end, of which a literal depends on three
 * bits of the byte before and nothing on its place. The source of this function is also the worker's.
 *
 * @param {Uint8Array} packed the stream
 * @param {number} size how many bytes it holds
 * @returns {Uint8Array} these
 */
function unpacked(packed, size) {
  const out = new Uint8Array(size);
  // How likely the next bit is 0, of 2048, for all that it may be about.
  const chances = new Uint16Array(8 * 768 + 1024).fill(1024);
  let taken = 0;
  const room = (count) => (taken += count) - count;
  const [isMatch, isAgain, isLast, isLong, isSecond, isThird] = Array.from("123456", () => room(12));
  const slots = Array.from("1234", () => room(64));
  const [near, low, literals] = [room(128), room(16), room(8 * 768)];
  const lengths = [0, 0].map(() => ({ choice: room(2), short: room(8), middle: room(8), long: room(256) }));

  // What is left of the range, and where in it the number of the stream is: a typed array, since numbers of 32 bits
  // that functions share are slow otherwise.
  const coder = new Uint32Array([0xFFFFFFFF, 0]);
  let place = 1;
  const shift = () => {
    coder[0] <<= 8;
    coder[1] = coder[1] << 8 | packed[place];
    place += 1;
  };
  for (let count = 0; count < 4; count += 1) {
    coder[1] = coder[1] << 8 | packed[place];
    place += 1;
  }

  const bit = (index) => {
    const chance = chances[index];
    const bound = (coder[0] >>> 11) * chance;
    const isZero = coder[1] < bound;
    if (isZero) {
      coder[0] = bound;
      chances[index] = chance + (2048 - chance >> 5);
    } else {
      coder[0] -= bound;
      coder[1] -= bound;
      chances[index] = chance - (chance >> 5);
    }
    if (coder[0] < 0x1000000) shift();
    return isZero ? 0 : 1;
  };

  /** A number of so many bits, the highest first, each likely after those before. */
  const number = (start, count) => {
    let value = 1;
    for (let left = count; left > 0; left -= 1) value = value << 1 | bit(start + value);
    return value - (1 << count);
  };

  /** The same with the lowest bit first. */
  const numberFromLow = (start, count) => {
    let [seen, value] = [1, 0];
    for (let index = 0; index < count; index += 1) {
      const next = bit(start + seen);
      seen = seen << 1 | next;
      value |= next << index;
    }
    return value;
  };

  /** A number of bits of which each is as likely as not. */
  const evenNumber = (count) => {
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      coder[0] >>>= 1;
      const isOne = coder[1] >= coder[0];
      if (isOne) coder[1] -= coder[0];
      value = value << 1 | (isOne ? 1 : 0);
      if (coder[0] < 0x1000000) shift();
    }
    return value;
  };

  const length = ({ choice, short, middle, long }) => {
    if (bit(choice) === 0) return 2 + number(short, 3);
    return bit(choice + 1) === 0 ? 10 + number(middle, 3) : 18 + number(long, 8);
  };

  const distance = (count) => {
    const slot = number(slots[Math.min(count - 2, 3)], 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | slot & 1) << bits;
    if (slot < 14) return base + numberFromLow(near + base - slot, bits);
    return base + evenNumber(bits - 4) * 16 + numberFromLow(low, 4);
  };

  // What the last few pieces were, and how far back the last four repetitions began, less one.
  let [state, end] = [0, 0];
  let [last, second, third, fourth] = [0, 0, 0, 0];

  const literal = () => {
    const start = literals + 768 * (end > 0 ? out[end - 1] >> 5 : 0);
    let value = 1;
    if (state >= 7) {
      // After a repetition the byte differs from what would have gone on.
      const other = out[end - last - 1];
      for (let place = 7, isSame = true; isSame && place >= 0; place -= 1) {
        const expected = other >> place & 1;
        const next = bit(start + (1 + expected) * 256 + value);
        value = value << 1 | next;
        isSame = next === expected;
      }
    }
    while (value < 256) value = value << 1 | bit(start + value);
    return value;
  };

  while (end <= size) {
    const isAfterLiteral = state < 7;
    let count = 0;
    if (bit(isMatch + state) === 0) {
      out[end] = literal();
      end += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    } else if (bit(isAgain + state) === 0) {
      count = length(lengths[0]);
      [fourth, third, second, last] = [third, second, last, distance(count)];
      if (last === -1) return out;
      state = isAfterLiteral ? 7 : 10;
    } else {
      let isByte = false;
      if (bit(isLast + state) === 0) isByte = bit(isLong + state) === 0;
      else if (bit(isSecond + state) === 0) [last, second] = [second, last];
      else if (bit(isThird + state) === 0) [last, second, third] = [third, last, second];
      else [last, second, third, fourth] = [fourth, last, second, third];
      count = isByte ? 1 : length(lengths[1]);
      state = !isAfterLiteral ? 11 : isByte ? 9 : 8;
    }
    for (; count > 0; count -= 1) {
      out[end] = out[end - last - 1];
      end += 1;
    }
  }
  throw new Error("what was packed does not end");
}

/**
 * The bytes for which letters stand, four for each five: a number to the base 85, whose digits are the letters
 * from # to x without <, which could end the script element. Against base 64 the page is a twentieth smaller.
 *
 * @param {string} letters the letters, five for each number
 * @returns {Uint8Array} the bytes
 */
function bytesOf(letters) {
  const bytes = new DataView(new ArrayBuffer(letters.length / 5 * 4));
  for (let place = 0; place < letters.length; place += 5) {
    let number = 0;
    for (let next = place; next < place + 5; next += 1) {
      const code = letters.charCodeAt(next);
      number = number * 85 + code - (code > 60 ? 36 : 35);
    }
    bytes.setUint32(place / 5 * 4, number);
  }
  return new Uint8Array(bytes.buffer);
}
