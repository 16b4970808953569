// Says beside a field how much an amount is, by moving the decimal point in its digits: no amount goes through
// a number of JavaScript, which would round it.
const Amount = (() => {
  "use strict";

  const places = { 万: 4, 亿: 8 };

  const grouped = (digits) => digits.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");

  /** Digits with separators, the decimal point moved to the right by so many places. */
  const moved = (sign, whole, part, by) => {
    const digits = whole + part.padEnd(by, "0");
    const end = whole.length + by;
    const rest = digits.slice(end).replace(/0+$/, "");
    const left = grouped(digits.slice(0, end).replace(/^0+(?=[0-9])/, ""));
    return sign + left + (rest ? "." + rest : "");
  };

  return {
    /** An amount of a unit in yuan, in words; empty for what is no plain number or has no unit. */
    inWords: (text, unit, words) => {
      const found = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
      if (!found || typeof unit?.word !== "string") return "";
      const [, sign, whole, part = ""] = found;
      const by = Array.from(unit.word).reduce((sum, character) => sum + (places[character] ?? 0), 0);
      const yuan = moved(sign, whole, part, by);
      const values = { amount: moved(sign, whole, part, 0), unit: unit.label, yuan };
      return JlcheckReport.parts.filled(by === 0 ? words.yuan : words.amount, values);
    },
  };
})();
