"""Finds the places in Swift source that are worth changing, and writes source that holds all changes at once.

Every mutant of a file is compiled in behind a number: `a < b` becomes `m_lt(17, a, b)`, which is `a <= b` in the
program started as mutant 17 and `a < b` in all others. Such mutation schemata need one build for all mutants.
The scanner knows as much of Swift as this package uses; a change that does not compile is dropped by mutate.py.
"""

import dataclasses
import re

TOKEN = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<space>\s+)|(?P<number>0x[0-9A-Fa-f_]+|\d[\d_]*)|(?P<name>[@#$]?\w+)"
    r"|(?P<operator>\.\.<|\.\.\.|[-+*/%<>=!&|^~?]+)|(?P<other>.)",
    re.DOTALL,
)
OPEN, CLOSE = "([{", ")]}"
# From loosest to tightest; what is not listed stands inside operands.
LEVELS = [
    ["?"],
    ["||"],
    ["&&"],
    ["<", "<=", ">", ">=", "==", "!="],
    ["??"],
    ["..<", "..."],
    ["+", "-", "&+", "&-", "|", "^"],
]
LEVELS += [["*", "/", "%", "&", "&*"], ["<<", ">>", "&<<", "&>>"]]
LEVEL = {operator: level for level, operators in enumerate(LEVELS) for operator in operators}
ENDS = {"return", "in", "case", "let", "var", "else", "where", "guard", "if", "while", "for", "switch", "throw", "try"}
ENDS |= {"repeat", "do", "default", "await", "=", ",", ";", ":", "->", "+=", "-=", "*=", "|=", "&=", "/="}
COMPARISONS = {
    "<": ("lt", "<="),
    "<=": ("le", "<"),
    ">": ("gt", ">="),
    ">=": ("ge", ">"),
    "==": ("eq", "!="),
    "!=": ("ne", "=="),
}
OPERATORS = {
    "&&": ("conjunction", "and", "||"),
    "||": ("conjunction", "or", "&&"),
    "+": ("arithmetic", "plus", "-"),
    "-": ("arithmetic", "minus", "+"),
}
KLEENE, VERDICTS = ("yes", "no", "unknown"), ("eligible", "ineligible", "undetermined")
OUTCOMES = ("met", "unmet", "undetermined", "notApplicable", "forReview")
FORMATS = {"money": "signedMoney", "signedMoney": "money", "rank": "count", "count": "rank", "day": None}
# Calls that only word what was found, or cite where it stands.
WORDS = {"Reason", "Wording", "Message", "Notice", "Reading", "Explanation", "preconditionFailure", "precondition"}
WORDS |= {"item", "article", "note", "annex1", "annex2", "hint", "say", "UInt8", "blankItems"}
# Arguments of a criterion that decide nothing: wording, the facts asked for, the documents wanted.
WORDING_LABELS = {"explain", "asks", "evidence", "numbers", "title", "rule", "settledReadings", "values", "clauses"}
WORDING_LABELS |= {"failed", "members", "at", "margins", "shortfall", "mend", "document"}


@dataclasses.dataclass
class Token:
    kind: str
    text: str
    start: int
    end: int
    match: int = -1  # the other bracket of a pair
    depth: int = 0
    first: bool = False  # the first one on its line
    skip: bool = False
    pattern: bool = False


@dataclasses.dataclass
class Mutant:
    file: str
    line: int
    code: str
    kind: str
    change: str
    occurrence: int = 1
    number: int = 0

    @property
    def key(self):
        return (self.file, self.code, self.change + (f" ({self.occurrence})" if self.occurrence > 1 else ""))

    def __str__(self):
        return f"{self.file}:{self.line}: {self.key[2]}   in: {self.code}"


@dataclasses.dataclass
class Edit:
    """Text around a stretch of source, and instead of an operator within it, for one or more mutants."""

    start: int
    end: int
    before: str  # `%0` and `%1` stand for the numbers of its mutants
    after: str
    mutants: list
    rank: int = 0  # of edits of the same stretch the greater one is outside
    operator: tuple = ()


def tokens_of(source):
    tokens, stack, place = [], [], 0
    fresh = True
    while place < len(source):
        if source[place] == '"':
            end = end_of_string(source, place)
            token = Token("string", source[place:end], place, end)
        else:
            match = TOKEN.match(source, place)
            token = Token(match.lastgroup, match.group(), place, match.end())
        place = token.end
        if token.kind in ("space", "comment"):
            fresh = fresh or "\n" in token.text
            continue
        token.first, fresh = fresh, False
        if token.text in OPEN:
            token.depth = len(stack)
            stack.append(len(tokens))
        elif token.text in CLOSE:
            token.match = stack.pop()
            tokens[token.match].match = len(tokens)
            token.depth = len(stack)
        else:
            token.depth = len(stack)
        tokens.append(token)
    return tokens


def end_of_string(source, start):
    mark = '"""' if source.startswith('"""', start) else '"'
    place = start + len(mark)
    while not source.startswith(mark, place):
        if source.startswith("\\(", place):
            depth, place = 1, place + 2
            while depth:
                if source[place] == '"':
                    place = end_of_string(source, place)
                    continue
                depth += {"(": 1, ")": -1}.get(source[place], 0)
                place += 1
        else:
            place += 2 if source[place] == "\\" else 1
    return place + len(mark)


def states_of(source):
    """The states of criteria that a file declares, by type, each with its outcome."""
    types = {}
    for match in re.finditer(
        r"enum (\w+): CriterionState[^{]*\{(.*?)var outcome: Outcome \{(.*?)\n  \}\n", source, re.DOTALL
    ):
        name, body, arms = match.groups()
        # What carries values is no other's replacement.
        declared = re.findall(r"\b(\w+)\b", " ".join(re.findall(r"case ([^/\n(]*)$", body, re.MULTILINE)))
        states = types[name] = {}
        for pattern, outcome in re.findall(r"(?:case ([^:]*)|default): \.(\w+)$", arms, re.MULTILINE):
            for state in re.findall(r"\.(\w+)", pattern) or [state for state in declared if state not in states]:
                if state in declared:
                    states.setdefault(state, outcome)
    return types


class Finder:
    """Finds the mutants of one file.

    `only` names the declarations that count, where not all do; `words` those that word what was found.
    """

    def __init__(self, file, source, states, only=None, words=()):
        self.file, self.source, self.tokens, self.edits, self.states = file, source, tokens_of(source), [], states
        self.is_rule, self.is_format = file.split("/")[0].endswith("Rules"), file.startswith("Programmes/")
        self.lines = source.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.skip(only, set(words) | {"description", "import", "typealias", "precedencegroup"})
        self.patterns()
        for index, token in enumerate(self.tokens):
            if not token.skip:
                self.at(index, token)
        if self.is_format:
            self.destinations()
        self.number_occurrences()

    # ------------------------------------------------------------------------------------ what is left out

    def skip(self, only, words):
        tokens = self.tokens
        if only:
            for token in tokens:
                token.skip = True
        for index, token in enumerate(tokens):
            previous = tokens[index - 1].text if index else ""
            if token.kind != "name" and token.text != "init":
                continue
            declares = previous in ("func", "var", "let", "case") or token.text == "init" and previous != "."
            if declares and only and token.text in only:
                self.mark(index, self.end_of_declaration(index), False)
        for index, token in enumerate(tokens):
            previous = tokens[index - 1].text if index else ""
            following = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if (
                token.kind == "name"
                and previous in ("func", "var", "let")
                and words & {token.text, f"{previous} {token.text}"}
            ):
                self.mark(index, self.end_of_declaration(index))
            elif token.text == "import":
                self.mark(index, index + 2)
            elif token.text in WORDS and following == "(":
                # Raw values of characters are spelled so; all else words something.
                self.mark(index, tokens[index + 1].match)
            elif token.text == "of" and self.is_format and following == "(" and tokens[index + 2].text == ".":
                self.mark(index, tokens[index + 1].match)
            elif (
                following == ":"
                and previous in ("(", ",")
                and ((self.is_rule and token.text in WORDING_LABELS) or token.text in ("zh", "en"))
            ):
                self.mark(index, self.end_of_argument(index))
            elif token.text == "where" and self.is_constraint(index):
                end = next(
                    i for i in range(index, len(tokens)) if tokens[i].text == "{" or tokens[i].first and i > index + 1
                )
                self.mark(index, end)
            elif token.text.startswith("@") and following == "(":
                self.mark(index, tokens[index + 1].match)
            elif token.text == "[" and self.is_table(index):
                self.mark(index, token.match)

    def mark(self, first, last, skip=True):
        for token in self.tokens[first : last + 1]:
            token.skip = skip

    def end_of_declaration(self, index):
        """The end of the body or of the value of what is declared; of a signature without one its own end."""
        tokens, depth = self.tokens, self.tokens[index].depth
        place = index + 1
        while place < len(tokens):
            token = tokens[place]
            if token.depth < depth or token.text in CLOSE and token.match < index:
                return place - 1
            if token.text == "{" and token.depth == depth:
                return token.match
            if token.text == "=" and token.depth == depth:
                return self.end_of_operand(place + 1, 0, header=False) - 1
            if (
                token.first
                and token.depth == depth
                and token.text in ("func", "var", "let", "static", "case", "init", "public", "private")
            ):
                return place - 1
            place = token.match + 1 if token.text in OPEN else place + 1
        return len(tokens) - 1

    def end_of_argument(self, index):
        place, depth = index + 2, self.tokens[index].depth
        while self.tokens[place].depth >= depth and not (
            self.tokens[place].depth == depth and self.tokens[place].text == ","
        ):
            if self.tokens[place].text in CLOSE and self.tokens[place].match < index:
                break
            place += 1
        return place - 1

    def is_constraint(self, index):
        """Whether a `where` constrains types rather than values."""
        for token in reversed(self.tokens[max(0, index - 80) : index]):
            if token.text in ("for", "case", "catch"):
                return False
            if token.text in ("extension", "func", "init", "struct", "class", "enum", "protocol", "subscript"):
                return True
        return True

    def is_table(self, index):
        """Whether a list consists of many numbers or texts, of which no single one is a threshold."""
        inside = self.tokens[index + 1 : self.tokens[index].match]
        return len(inside) > 14 and all(token.kind in ("number", "string") or token.text == "," for token in inside)

    def patterns(self):
        """Marks what is matched against, where expressions would mean something else."""
        tokens = self.tokens
        for index, token in enumerate(tokens):
            if token.text == "case" or token.text == "catch":
                place = index + 1
                while place < len(tokens) and tokens[place].depth >= token.depth:
                    it = tokens[place]
                    if it.depth == token.depth and (
                        it.text in (":", "=", "where", "in") or it.first and tokens[place - 1].text != ","
                    ):
                        break
                    if it.text in CLOSE and it.match < index:
                        break
                    it.pattern = True
                    place += 1

    # ------------------------------------------------------------------------------------------ extents

    def continues(self, index):
        """Whether a token goes on with the line before it."""
        token, previous = self.tokens[index], self.tokens[index - 1]
        if not token.first:
            return True
        return (
            token.text in (".", "?", ":", ",")
            or token.text in CLOSE
            or token.kind == "operator"
            and self.is_binary(index)
            or previous.text in OPEN
            or previous.text in (",", "=", ":", "return", "?")
            or previous.kind == "operator"
            and self.is_binary(index - 1)
        )

    def is_binary(self, index):
        token = self.tokens[index]
        if token.text in ("..<", "..."):
            return True
        before = token.start == 0 or self.source[token.start - 1].isspace()
        return (
            token.kind == "operator"
            and before
            and self.source[token.end].isspace()
            and self.tokens[index - 1].text != "func"
        )

    def start_of_operand(self, index, level):
        """Where the operand begins that ends before a token, for an operator of a level."""
        tokens, place = self.tokens, index
        while place > 0:
            token = tokens[place - 1]
            if not self.continues(place):
                break
            if token.text in OPEN or token.text in ENDS:
                break
            if token.kind == "operator" and self.is_binary(place - 1) and LEVEL.get(token.text, 99) < level:
                break
            place = token.match if token.text in CLOSE else place - 1
        return place

    def end_of_operand(self, index, level, header):
        """The token after the operand that begins at one; its own level ends it too."""
        tokens, place = self.tokens, index
        while place < len(tokens):
            token = tokens[place]
            if token.text in CLOSE or place > index and not self.continues(place):
                break
            if token.text in ENDS and token.text != "try":
                break
            if token.text == "{" and header:
                break
            if (
                token.kind == "operator"
                and place > index
                and self.is_binary(place)
                and LEVEL.get(token.text, 99) <= level
            ):
                break
            place = token.match + 1 if token.text in OPEN else place + 1
        return place

    def is_header(self, index):
        """Whether a token stands before the body of an if, while, for or switch."""
        tokens, place = self.tokens, index
        while place > 0:
            token = tokens[place - 1]
            if token.text in OPEN or token.depth < tokens[index].depth:
                return False
            if token.text in ("if", "while", "for", "switch"):
                return True
            if token.text in ("guard", "return", "else", "->", "in"):
                return token.text == "in" and self.is_header(place - 1)
            if token.text == "{" or token.text == "}" and tokens[place].first:
                return False
            place = token.match if token.text in CLOSE else place - 1
        return False

    # ------------------------------------------------------------------------------------------- mutants

    def mutant(self, token, kind, change):
        line = self.source.count("\n", 0, token.start) + 1
        return Mutant(self.file, line, self.lines[line - 1].strip(), kind, change)

    def wrap(self, first, after, before, mutants, rank=0, closing=")", operator=()):
        if first >= after or any(token.skip for token in self.tokens[first:after]):
            return
        self.edits.append(
            Edit(self.tokens[first].start, self.tokens[after - 1].end, before, closing, mutants, rank, operator)
        )

    def at(self, index, token):
        tokens, text = self.tokens, token.text
        previous = tokens[index - 1] if index else Token("", "", 0, 0)
        following = tokens[index + 1] if index + 1 < len(tokens) else Token("", "", 0, 0)
        if text in ("if", "while", "guard") or text == "where" and not token.pattern:
            self.clauses(index, text)
        elif token.kind == "operator" and not token.pattern and self.is_binary(index):
            self.binary(index, token)
        elif text == "!" and not token.pattern and following.start == token.end and not self.touches(index):
            end = self.end_of_prefixed(index + 1)
            self.wrap(
                index,
                end,
                "m_not(%0, ",
                [self.mutant(token, "negation", "! left out")],
                operator=(token.start, token.end, ""),
            )
        elif token.kind == "number" and self.is_value(index):
            value = int(text.replace("_", ""), 0)
            changes = [f"{text} → {value + 1}"] + [f"{text} → {value - 1}"] * (value > 0)
            mutants = [self.mutant(token, "number", change) for change in changes]
            self.wrap(index, index + 1, "m_step(%0, %1, " if len(mutants) == 2 else "m_step(%0, -1, ", mutants)
        elif (
            text in ("true", "false")
            and not token.pattern
            and previous.text in ("return", ":", "=", "(", ",", "{", "in")
        ):
            other = "false" if text == "true" else "true"
            self.wrap(
                index,
                index + 1,
                "m_pick(%0, ",
                [self.mutant(token, "boolean", f"{text} → {other}")],
                closing=f", {other})",
            )
        elif text == "." and not token.pattern and following.kind == "name" and not self.touches(index):
            self.implicit_member(index, token, following)
        elif text in ("conjunction", "disjunction", "agreement") and previous.text == "." and following.text == "(":
            if tokens[index + 2].text == ")":
                others = [other for other in ("conjunction", "disjunction", "agreement") if other != text]
                mutants = [
                    self.mutant(token, "conjunction" if text != "agreement" else "reading", f"{text} → {o}")
                    for o in others
                ]
                self.edits.append(
                    Edit(
                        token.start,
                        tokens[index + 2].end,
                        f"m_{text}(%0, %1)",
                        "",
                        mutants,
                        operator=(token.start, tokens[index + 2].end, ""),
                    )
                )
            elif following.text == "(" and tokens[index + 2].text == "with":
                mutants = [self.mutant(token, "reading", f"{side} reading left out") for side in ("first", "second")]
                self.edits.append(
                    Edit(
                        token.start,
                        tokens[index + 1].end,
                        f"m_agreement(%0, %1, ",
                        "",
                        mutants,
                        operator=(token.start, tokens[index + 1].end, ""),
                    )
                )
        elif (
            text in ("allSatisfy", "contains")
            and previous.text == "."
            and (following.text in "{" or text == "allSatisfy" or tokens[index + 2].text == "where")
        ):
            other = "contains" if text == "allSatisfy" else "allSatisfy"
            change = [self.mutant(token, "conjunction", f"{text} → {other}")]
            end = following.end if following.text == "(" else token.end
            if following.text == "(" and tokens[index + 2].text == "where":
                end = tokens[index + 3].end
            self.edits.append(
                Edit(
                    token.start,
                    end,
                    f"m_{text}(%0" + (", " if following.text == "(" else ")"),
                    "",
                    change,
                    operator=(token.start, end, ""),
                )
            )
        elif text in ("min", "max") and following.text == "(" and previous.text not in (".", "func"):
            change = [self.mutant(token, "extreme", f"{text} → {'max' if text == 'min' else 'min'}")]
            self.edits.append(
                Edit(
                    token.start, following.end, f"m_{text}(%0, ", "", change, operator=(token.start, following.end, "")
                )
            )
        elif text == "allCases" and following.text == "[" and self.is_rule:
            inside = self.source[following.end : tokens[following.match].start]
            for left_out in range(4):
                self.wrap(
                    index + 2,
                    following.match,
                    f"m_other(%0, {left_out}, ",
                    [self.mutant(token, "reading", f"reading {left_out + 1} left out")],
                    rank=left_out,
                )

    def touches(self, index):
        """Whether a token follows the one before without a gap, as an operand it belongs to."""
        previous = self.tokens[index - 1] if index else None
        return previous and previous.end == self.tokens[index].start and previous.text not in OPEN

    def end_of_prefixed(self, place):
        """The token after a name with its calls, members and trailing closures."""
        tokens = self.tokens
        header = self.is_header(place)
        if tokens[place].text in OPEN:
            place = tokens[place].match + 1
        else:
            place += 1
        while place < len(tokens):
            token = tokens[place]
            if token.text in ("(", "[") and token.start == tokens[place - 1].end:
                place = token.match + 1
            elif token.text == "{" and not header and not token.first and tokens[place - 1].text != "else":
                place = token.match + 1
            elif token.text == "." and (token.start == tokens[place - 1].end or token.first):
                place += 2
            elif token.text in ("?", "!") and token.start == tokens[place - 1].end:
                place += 1
            else:
                return place
        return place

    def is_value(self, index):
        tokens = self.tokens
        previous, following = tokens[index - 1], tokens[index + 1]
        # Places of tuples, numbers in types, and places of lists are no values that a rule compares.
        if previous.text == "." or previous.text == "<" and previous.end == tokens[index].start:
            return False
        return not (previous.text == "[" and following.text == "]" and self.source[previous.start - 1].isalnum())

    def clauses(self, index, keyword):
        """Conditions that hold always, or never."""
        tokens, place = self.tokens, index + 1
        while place < len(tokens):
            header = keyword != "guard" and not (
                keyword == "while" and tokens[index - 1].text == "}" and not tokens[index].first
            )
            starts = place
            if tokens[place].text in ("let", "var", "case"):
                while tokens[place].text not in (",", "else") and not (tokens[place].text == "{" and header):
                    place = tokens[place].match + 1 if tokens[place].text in OPEN else place + 1
            elif tokens[place].text == "true":
                # A loop that only its body ends; the compiler relies on that.
                place += 1
            else:
                place = self.end_of_operand(place, -1, header)
                mutants = [
                    self.mutant(tokens[starts], "condition", f"{keyword}: {what}") for what in ("always", "never")
                ]
                self.wrap(starts, place, "m_if(%0, %1, ", mutants, rank=2)
            if place >= len(tokens) or tokens[place].text != "," or keyword == "where":
                return
            place += 1

    def binary(self, index, token):
        text, tokens = token.text, self.tokens
        level = LEVEL.get(text)
        if level is None:
            return
        first = self.start_of_operand(index, level)
        after = self.end_of_operand(index + 1, level, self.is_header(index))
        where = (token.start, token.end)
        if text in COMPARISONS:
            name, other = COMPARISONS[text]
            change = [self.mutant(token, "comparison", f"{text} → {other}")]
            if tokens[index + 1].text == "nil":
                closing, operator = ")", (token.start, tokens[index + 1].end, "")
                name += "_nil"
            else:
                closing, operator = ")", (*where, ",")
            self.wrap(first, after, f"m_{name}(%0, ", change, closing=closing, operator=operator)
        elif text == "?":
            mutants = [self.mutant(token, "condition", f"?: {what}") for what in ("always", "never")]
            self.wrap(first, index, "m_if(%0, %1, ", mutants, rank=1)
        elif text in ("&&", "||") or (
            text in ("+", "-")
            and "string" not in (tokens[index - 1].kind, tokens[index + 1].kind)
            and "]" != tokens[index - 1].text
        ):
            kind, name, other = OPERATORS[text]
            self.wrap(
                first,
                after,
                f"m_{name}(%0, ",
                [self.mutant(token, kind, f"{text} → {other}")],
                operator=(*where, ","),
            )
        elif text in ("..<", "..."):
            # The ends of a range by one; numbers among them are changed as such.
            for begin, end, side in ((first, index, "from"), (index + 1, after, "to")):
                if (
                    begin < end
                    and not (end == begin + 1 and tokens[begin].kind == "number")
                    and "string" not in (tokens[begin].kind, tokens[end - 1].kind)
                ):
                    mutants = [self.mutant(token, "number", f"{text} {side} {by}") for by in ("+ 1", "- 1")]
                    self.wrap(begin, end, "m_step(%0, %1, ", mutants, rank=1)

    def implicit_member(self, index, token, name):
        tokens, text = self.tokens, name.text
        following = tokens[index + 2].text if index + 2 < len(tokens) else ""
        previous = tokens[index - 1]
        if (
            following == "."
            or following == "("
            and tokens[index + 2].start == name.end
            or previous.kind == "operator"
            and previous.text in COMPARISONS
        ):
            return
        states = self.states.get(self.state_of(index), {})
        if text in states:
            kind, mine = "outcome", states[text]
            others = list({outcome: state for state, outcome in reversed(states.items()) if outcome != mine}.values())
        elif text in KLEENE:
            kind, others = "Kleene", [other for other in KLEENE if other != text]
        elif text in OUTCOMES:
            kind, others = "outcome", [other for other in OUTCOMES[:3] if other != text][:2]
        elif text in VERDICTS:
            kind, others = "outcome", [other for other in VERDICTS if other != text]
        elif self.is_format and FORMATS.get(text) and previous.text == ",":
            kind, others = "member", [FORMATS[text]]
        else:
            return
        for rank, other in enumerate(others):
            self.wrap(
                index,
                index + 2,
                "m_pick(%0, ",
                [self.mutant(token, kind, f".{text} → .{other}")],
                rank=rank,
                closing=f", .{other})",
            )

    def state_of(self, index):
        """The type of state that the closure or function gives in which a token stands."""
        for place in range(index, -1, -1):
            token = self.tokens[place]
            if token.text == "{" and token.match > index:
                inside = re.match(r"\{[^{}\n]* -> (\w+State) in\b", self.source[token.start :])
                before = re.search(r"-> (\w+State)\s*$", self.source[: token.start])
                if inside or before:
                    return (inside or before).group(1)
                own = re.search(r"enum (\w+State): CriterionState[^{]*$", self.source[: token.start])
                if own:
                    statement = self.source[: self.tokens[index].start].rsplit("\n", 1)[-1]
                    return own.group(1) if "self = " in statement else None
        return None

    def destinations(self):
        """Facts that are kept in the place of another of the same kind."""
        found = {}
        pattern = re.compile(r'member\(\s*"(\w+)",\s*([^{}"]*?),\s*\{ (\.of\(&\$0\.(\w+)\)) \}')
        for match in pattern.finditer(self.source):
            if match.group(2) == ".choice()":
                continue  # each is of a type of its own
            enclosing = self.source.rfind("PartFormat.object", 0, match.start())
            found.setdefault((enclosing, match.group(2)), []).append(match)
        for group in found.values():
            for match, other in zip(group, group[1:] + group[:1]):
                if match is other:
                    continue
                start, end = match.span(3)
                token = Token("", "", start, end)
                mutant = self.mutant(token, "member", f"{match.group(4)} kept as {other.group(4)}")
                self.edits.append(Edit(start, end, f"mutant(%0) ? {other.group(3)} : ", "", [mutant]))

    def number_occurrences(self):
        seen = {}
        for edit in sorted(self.edits, key=lambda edit: (edit.operator or (edit.start,))[0]):
            for mutant in edit.mutants:
                key = (mutant.code, mutant.change, mutant.line)
                mutant.occurrence = seen[key] = seen.get(key, 0) + 1
        # The same text on several lines is told apart by going on counting.
        lines = {}
        for edit in sorted(self.edits, key=lambda edit: edit.start):
            for mutant in edit.mutants:
                lines.setdefault((mutant.code, mutant.change), []).append(mutant)
        for mutants in lines.values():
            for number, mutant in enumerate(sorted(mutants, key=lambda m: (m.line, m.occurrence)), 1):
                mutant.occurrence = number


def render(source, edits, planted=()):
    """The source with the edits whose mutants have numbers, and planted texts; a number of -1 is nobody's."""
    pieces, removed = [], []
    for place, text in planted:
        pieces.append((place, 1, float("-inf"), 0, text))
    for edit in edits:
        if not any(mutant.number for mutant in edit.mutants):
            continue
        before = edit.before
        for place, mutant in enumerate(edit.mutants):
            before = before.replace(f"%{place}", str(mutant.number or -1))
        pieces.append((edit.start, 1, -edit.end, -edit.rank, before))
        pieces.append((edit.end, 0, -edit.start, edit.rank, edit.after))
        if edit.operator:
            removed.append(edit.operator)
    for start, end, text in removed:
        pieces.append((start, 2, 0, 0, (end, text)))
    pieces.sort(key=lambda piece: piece[:4])
    result, place = [], 0
    for at, order, _, _, text in pieces:
        if at > place:
            result.append(source[place:at])
            place = at
        if order == 2:
            result.append(text[1])
            place = max(place, text[0])
        else:
            result.append(text)
    result.append(source[place:])
    return "".join(result)
