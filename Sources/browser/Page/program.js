// The compiled program in a page: a command line and files go in, and what the program writes comes out.
// It runs beside the page, so that typing goes on while a folder of applications is judged.

/**
 * Makes a function that runs the program; the source of this function is also the worker's.
 *
 * @param {WebAssembly.Module} module the compiled program
 * @returns {function(string[], [string, Uint8Array][]): {status: number, output: Uint8Array,
 *   error: Uint8Array, written: [string, Uint8Array][]}} what runs it
 */
function programOf(module) {
  const instance = new WebAssembly.Instance(module, {
    browser: {
      fillWithRandomBytes(place, count) {
        // No more can be asked for at once.
        const most = 65536;
        for (let start = 0; start < count; start += most) {
          crypto.getRandomValues(bytes(place + start, Math.min(most, count - start)));
        }
      },
      decodeGB18030(place, count, target) {
        try {
          const decoder = new TextDecoder("gb18030", { fatal: true, ignoreBOM: true });
          const text = new TextEncoder().encode(decoder.decode(bytes(place, count)));
          bytes(target, text.length).set(text);
          return text.length;
        } catch {
          return -1;
        }
      },
    },
  });
  const { memory, reserve, run } = instance.exports;

  function bytes(place, count) {
    return new Uint8Array(memory.buffer, place >>> 0, count);
  }

  return (args, files) => {
    const encoder = new TextEncoder();
    const texts = args.map((text) => encoder.encode(text));
    const pairs = files.map(([path, content]) => [encoder.encode(path), content]);
    const size = [...texts, ...pairs.flat()].reduce((sum, part) => sum + 4 + part.length, 8);

    let place = reserve(size) >>> 0;
    // Memory grows by being replaced, so it is looked at anew after each call.
    let view = new DataView(memory.buffer);
    const number = (value) => {
      view.setUint32(place, value, true);
      place += 4;
    };
    const part = (content) => {
      number(content.length);
      bytes(place, content.length).set(content);
      place += content.length;
    };
    number(texts.length);
    texts.forEach(part);
    number(pairs.length);
    pairs.forEach((pair) => pair.forEach(part));

    place = run() >>> 0;
    view = new DataView(memory.buffer);
    const nextNumber = () => {
      place += 4;
      return view.getUint32(place - 4, true);
    };
    const nextPart = () => {
      const count = nextNumber();
      place += count;
      return bytes(place - count, count).slice();
    };
    const decoder = new TextDecoder();
    const [status, output, error] = [nextNumber(), nextPart(), nextPart()];
    const written = [];
    for (let left = nextNumber(); left > 0; left -= 1) {
      written.push([decoder.decode(nextPart()), nextPart()]);
    }
    return { status, output, error, written };
  };
}

const Program = (() => {
  "use strict";

  const workerSource = `${programOf}
    ${bytesOf}
    ${unpacked}
    let [module, program] = [null, null];
    onmessage = ({ data: { number, letters, size, args, files } }) => {
      try {
        if (letters) {
          module = new WebAssembly.Module(unpacked(bytesOf(letters), size));
          program = programOf(module);
        }
        postMessage({ number, result: args && program(args, files) });
      } catch (failure) {
        postMessage({ number, failure: String(failure) });
        // What stopped amid its work is in no state to go on.
        if (module) program = programOf(module);
      }
    };`;

  const waiting = new Map();
  let calls = 0;

  const answer = (worker, message) => new Promise((resolve, reject) => {
    const number = calls += 1;
    waiting.set(number, { resolve, reject });
    worker.postMessage({ number, ...message });
  });

  const started = (async () => {
    const address = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.onerror = ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
    };
    worker.onmessage = ({ data }) => {
      const { resolve, reject } = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.failure) reject(new Error(data.failure)); else resolve(data.result);
    };
    // The module as the page holds it: packed, and written in letters.
    const { textContent, dataset } = document.getElementById("module");
    await answer(worker, { letters: textContent.trim(), size: Number(dataset.size) });
    return worker;
  })();

  /**
   * Runs the program; calls are answered in their order.
   *
   * @param {string[]} args the command line after the program's name
   * @param {Object<string, Uint8Array|string>} files what the program finds, by path
   * @returns {Promise<{status: number, output: Uint8Array, error: string,
   *   written: Map<string, Uint8Array>}>} its exit status, what it wrote to its standard streams, and
   *   the files it wrote
   */
  const run = async (args, files = {}) => {
    const worker = await started;
    const encoder = new TextEncoder();
    const contents = Object.entries(files).map(
      ([path, content]) => [path, typeof content === "string" ? encoder.encode(content) : content]);
    const result = await answer(worker, { args, files: contents });
    return {
      ...result,
      error: new TextDecoder().decode(result.error),
      written: new Map(result.written),
    };
  };

  return { run };
})();
