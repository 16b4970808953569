// Runs the program's module for browsers on runs that stand in a file, for the check that compares it with
// the command.
//
//   node module.js MODULE PROGRAM.JS RUNS
//
// RUNS is JSON: a list of {args, folder, files, target}; files are read in the folder by their paths, and
// exit status, standard output and standard error go to target + ".status", ".output" and ".error"; where
// the module traps, why it did stands for the status. Says at the end how many bytes of memory it has.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

// Debian's node has it only in a module, where browsers have it anyway.
globalThis.crypto ??= require("node:crypto").webcrypto;

const [moduleName, programName, runsName] = process.argv.slice(2);
const source = readFileSync(programName, "utf8");
const programOf = new Function(
  source.slice(0, source.indexOf("const Program = ")) + "return programOf;")();
const module_ = new WebAssembly.Module(readFileSync(moduleName));
let memory = null;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
  const instance = new Instance(...given);
  memory = instance.exports.memory;
  return instance;
};
let program = programOf(module_);
for (const { args, folder, files, target } of JSON.parse(readFileSync(runsName, "utf8"))) {
  const given = files.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]);
  let result;
  try {
    result = program(args, given);
  } catch (failure) {
    result = { status: failure.stack, output: "", error: "" };
    // What stopped amid its work is in no state to go on.
    program = programOf(module_);
  }
  const { status, output, error } = result;
  writeFileSync(target + ".status", String(status));
  writeFileSync(target + ".output", output);
  writeFileSync(target + ".error", error);
}
console.log(memory.buffer.byteLength);
