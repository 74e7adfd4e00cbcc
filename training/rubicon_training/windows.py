"""Documents to windows of at most 256 pieces, cut at sentence ends, with the labels that lie inside."""

import random
import re
from dataclasses import dataclass

from .labels import TAGS

SIZE = 256
SENTENCE_END = re.compile(r'(?<=[.!?])["”’\')\]]*\s+(?=["“‘\'(\[]?[A-Z0-9])|\n+')


@dataclass
class Window:
    document: object
    ids: list
    cases: list
    first: int        # piece index in the document of the window's first piece
    pieces: list
    spans: dict       # (tag, start, end) of the document -> (tag, first piece, last piece) in the window, 0 is [CLS]
    soft: object = None  # what a teacher sees in each piece, for the layers that nobody annotated
    total: int = 0       # pieces of the whole document
    parts: list = None   # for each piece of `ids`, the document's part it lies in; None outside of all

    def part(self, piece):
        """The part, annotated for events by itself, that a piece of the window lies in; 0 where the document has no parts."""
        return self.parts[piece] if self.parts else 0


class Cutter:
    def __init__(self, pieces):
        self.pieces = pieces
        self.cache = {}

    def split(self, text):
        if text not in self.cache:
            pieces = self.pieces.split(text)
            ends = {m.end() for m in SENTENCE_END.finditer(text)}
            starts, at = [0], 0
            marks = sorted(ends)
            for i, p in enumerate(pieces):
                while at < len(marks) and marks[at] <= p.start:
                    if i > starts[-1]:
                        starts.append(i)
                    at += 1
            self.cache[text] = pieces, starts
        return self.cache[text]

    def cut(self, document, text=None, random_=None):
        """Windows that cover the document; where they begin is moved at random when training."""
        pieces, starts = self.split(text or document.text)
        if not pieces:
            return []
        bounds, size = [], SIZE - 2
        room = random_.randint(size // 3, size) if random_ and len(pieces) > size else size
        begin = 0
        for i, s in enumerate(starts):
            stop = starts[i + 1] if i + 1 < len(starts) else len(pieces)
            if stop - begin > room and s > begin:
                bounds.append((begin, s))
                begin, room = s, size
            while stop - begin > size:
                bounds.append((begin, begin + size))
                begin += size
        bounds.append((begin, len(pieces)))
        return [self.window(document, pieces, a, b) for a, b in bounds if b > a]

    def window(self, document, pieces, a, b):
        inside = pieces[a:b]
        start_at = {}
        end_at = {}
        for i, p in enumerate(inside):
            start_at.setdefault(p.start, i + 1)
            end_at[p.end] = i + 1
        lo, hi = inside[0].start, inside[-1].end
        spans = {}
        for s in document.spans:
            if s[0] in TAGS and s[1] < hi and s[2] > lo:
                first = start_at.get(s[1]) or next((i + 1 for i, p in enumerate(inside) if p.start <= s[1] < p.end), None)
                last = end_at.get(s[2]) or next((i + 1 for i, p in enumerate(inside) if p.start < s[2] <= p.end), None)
                if first and (last is None or last >= first):
                    spans[s] = (s[0], first, last)  # last None: it ends beyond the window
        t = self.pieces
        return Window(document, [t.start, *(p.id for p in inside), t.stop], [0, *(p.case for p in inside), 0], a, inside, spans, None, len(pieces), document.parts and [None, *(document.part(p.start) for p in inside), None])


def batches(windows, budget, random_):
    """Windows of like length together, at most `budget` pieces a batch, in random order."""
    windows = sorted(windows, key=lambda w: len(w.ids) + random_.random() * 12)
    found, now, width = [], [], 0
    for w in windows:
        width = max(width, len(w.ids))
        if now and width * (len(now) + 1) > budget:
            found.append(now)
            now, width = [], len(w.ids)
        now.append(w)
    if now:
        found.append(now)
    random_.shuffle(found)
    return found
