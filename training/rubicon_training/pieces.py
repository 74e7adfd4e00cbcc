"""Text to wordpieces with exact character offsets. src/read/model/pieces.ts does the same in TypeScript; parity.jsonl holds them together."""

import unicodedata
from dataclasses import dataclass

import regex

WORD = regex.compile(r'\n|[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}\p{Z}\p{C}]')
NEWLINE = '[unused1]'
NONE, LOWER, TITLE, UPPER, MIXED, DIGIT = range(6)


@dataclass(frozen=True)
class Piece:
    id: int
    start: int
    end: int
    case: int


def case_of(word):
    if not any(c.isalpha() for c in word):
        return DIGIT if any(c.isdigit() for c in word) else NONE
    if word == word.lower():
        return LOWER
    if word == word.upper() and len(word) > 1:
        return UPPER
    return TITLE if word[0] != word[0].lower() and word[1:] == word[1:].lower() else MIXED


def plain(word):
    """Lower-cased letters without accents, each with the index of the letter it comes from."""
    letters, index = [], []
    for i, c in enumerate(word):
        for d in unicodedata.normalize('NFD', c.lower()):
            if unicodedata.category(d) != 'Mn':
                letters.append(d)
                index.append(i)
    return letters, index


class Pieces:
    def __init__(self, vocab_path):
        words = open(vocab_path, encoding='utf-8').read().split('\n')
        self.id = {w: i for i, w in enumerate(words) if w}
        self.unknown, self.start, self.stop, self.newline = (self.id[w] for w in ('[UNK]', '[CLS]', '[SEP]', NEWLINE))

    def split(self, text):
        found = []
        for m in WORD.finditer(text):
            word = m.group()
            if word == '\n':
                if found and found[-1].id != self.newline:
                    found.append(Piece(self.newline, m.start(), m.end(), NONE))
                continue
            found += self.word(word, m.start())
        return found

    def word(self, word, at):
        case = case_of(word)
        letters, index = plain(word)
        whole = [Piece(self.unknown, at, at + len(word), case)]
        if not letters or len(letters) > 100:
            return whole
        found, i = [], 0
        while i < len(letters):
            for j in range(len(letters), i, -1):
                piece = self.id.get(('##' if i else '') + ''.join(letters[i:j]))
                if piece is not None:
                    end = index[j] if j < len(letters) else len(word)
                    found.append(Piece(piece, at + (index[i] if i else 0), at + end, case))
                    i = j
                    break
            else:
                return whole
        return found
