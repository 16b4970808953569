// Reads and writes applications without loss: numbers keep their digits as written, members their order, and
// members that the form does not know stay. JSON.parse would round amounts, and browsers differ in giving their
// digits besides.
const Json = (() => {
  "use strict";

  /** A number as it is written. */
  class Digits {
    constructor(text) { this.text = text; }
  }

  const blank = /[ \t\n\r]*/y;
  const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
  const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
  const word = /true|false|null/y;
  const words = { true: true, false: false, null: null };

  /**
   * The value of a JSON text: objects are Maps, numbers are Digits.
   * Throws a SyntaxError for anything else than JSON, and for a member that stands twice in an object.
   */
  const parse = (text) => {
    let place = 0;
    const take = (pattern) => {
      pattern.lastIndex = place;
      const found = pattern.exec(text);
      if (found) place = pattern.lastIndex;
      return found?.[0];
    };
    const sign = (expected) => {
      take(blank);
      if (text[place] !== expected) return false;
      place += 1;
      return true;
    };
    const fail = () => { throw new SyntaxError("no JSON at " + place); };
    const key = () => {
      take(blank);
      const name = JSON.parse(take(string) ?? fail());
      return sign(":") ? name : fail();
    };
    const list = (end, element) => {
      if (sign(end)) return;
      do element(); while (sign(","));
      if (!sign(end)) fail();
    };
    const value = () => {
      if (sign("{")) {
        const members = new Map();
        list("}", () => {
          const name = key();
          if (members.has(name)) fail();
          members.set(name, value());
        });
        return members;
      }
      if (sign("[")) {
        const items = [];
        list("]", () => items.push(value()));
        return items;
      }
      const token = take(string);
      if (token) return JSON.parse(token);
      const digits = take(number);
      if (digits) return new Digits(digits);
      const name = take(word) ?? fail();
      return words[name];
    };
    const root = value();
    take(blank);
    return place === text.length ? root : fail();
  };

  const written = (value, colon, comma) => {
    if (value instanceof Map) {
      const members = Array.from(value, ([key, item]) =>
        JSON.stringify(key) + colon + written(item, colon, comma));
      return "{" + members.join(comma) + "}";
    }
    if (Array.isArray(value)) return "[" + value.map((item) => written(item, colon, comma)).join(comma) + "]";
    return value instanceof Digits ? value.text : JSON.stringify(value);
  };

  /** A value in one line, as short as can be. */
  const compact = (value) => written(value, ":", ",");

  /** A value for people: what fits on a line stands on one. */
  const pretty = (value, indent = "") => {
    const line = written(value, ": ", ", ");
    if (typeof value !== "object" || value === null || value instanceof Digits) return line;
    if (indent && line.length + indent.length <= 90) return line;
    const inner = indent + "  ";
    const isList = Array.isArray(value);
    const entries = isList
      ? value.map((item) => inner + pretty(item, inner))
      : Array.from(value, ([key, item]) => inner + JSON.stringify(key) + ": " + pretty(item, inner));
    if (entries.length === 0) return line;
    return (isList ? "[\n" : "{\n") + entries.join(",\n") + "\n" + indent + (isList ? "]" : "}");
  };

  /** The names that a JSON pointer is made of. */
  const tokens = (pointer) => pointer.split("/").slice(1).map(
    (token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

  const child = (value, token) => {
    if (value instanceof Map) return value.get(token);
    return Array.isArray(value) ? value[token] : undefined;
  };

  /** The value at a place, `undefined` where there is none. */
  const at = (root, pointer) => tokens(pointer).reduce(child, root);

  /** Puts a value at a place and makes the objects on the way; that nothing is known makes nothing. */
  const put = (root, pointer, value) => {
    const names = tokens(pointer);
    const last = names.pop();
    let parent = root;
    for (const [depth, name] of names.entries()) {
      let next = child(parent, name);
      const isIndex = /^[0-9]+$/.test(names[depth + 1] ?? last);
      if (!(next instanceof Map) && !(Array.isArray(next) && isIndex)) {
        if (value === null) return;
        next = new Map();
        if (parent instanceof Map) parent.set(name, next);
        else parent[name] = next;
      }
      parent = next;
    }
    if (Array.isArray(parent)) parent[last] = value;
    else if (value !== null || parent.has(last)) parent.set(last, value);
  };

  /** Takes a member out, or gives it another name at its place. */
  const rename = (root, pointer, name = null) => {
    const last = tokens(pointer).pop();
    const parent = at(root, pointer.slice(0, pointer.lastIndexOf("/")));
    if (!(parent instanceof Map)) return;
    const members = Array.from(parent);
    parent.clear();
    for (const [key, value] of members) {
      if (key !== last) parent.set(key, value);
      else if (name !== null) parent.set(name, value);
    }
  };

  return { Digits, parse, compact, pretty, tokens, at, put, rename };
})();
