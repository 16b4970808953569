// Asks the program and hands over files: what the page shows comes from here and nowhere else.
const Ask = (() => {
  "use strict";

  const decoder = new TextDecoder();

  return {
    /** The language in which the program answers. */
    language: "zh",

    /** The programme for what does not name one; empty for the usual one. */
    programme: "",

    /** The flags by which a command takes that programme. */
    ofProgramme() { return Ask.programme === "" ? [] : ["--programme", Ask.programme]; },

    /** The forms in which documents are saved: name of the form, title, ending and type. */
    formats: [["html", "HTML", "html", "text/html"], ["markdown", "Markdown", "md", "text/markdown"],
      ["json", "JSON", "json", "application/json"]],

    /** What the command writes for these files; throws what it says where it cannot. */
    async run(args, files = {}) {
      const [command, ...rest] = args;
      const result = await Program.run([command, "--lang", Ask.language, ...rest], files);
      if (![0, 1, 2, 65, 66].includes(result.status)) throw new Error(result.error);
      return result;
    },

    /** The text that the command writes. */
    async text(args, files) { return decoder.decode((await Ask.run(args, files)).output); },

    /** The JSON that the command writes. */
    async json([command, ...rest], files) {
      const { output, error } = await Ask.run([command, "--format", "json", ...rest], files);
      // A file that cannot be read, since it is too large, has no report.
      if (output.length === 0) throw new Error(error);
      return JSON.parse(decoder.decode(output));
    },

    /** Gives a file to the person to keep. */
    save(name, content, type = "application/octet-stream") {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([content], { type }));
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
  };
})();
