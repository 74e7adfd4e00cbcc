"""A teacher's view of the layers that nobody annotated: PolNeAR has no events, passages no mentions."""

import torch

from .losses import collate
from .model import start_model


class Teacher:
    """An earlier model. It reads each document once, when its plain text first comes, and keeps its tag probabilities."""

    def __init__(self, start, weights, cutter):
        self.model, _ = start_model(start, weights)
        self.model.eval()
        self.cutter = cutter
        self.seen = {}

    @torch.no_grad()
    def fill(self, windows):
        """Give each window whose pieces are those of the document's plain text the teacher's probabilities."""
        new = {w.document.text: w.document for w in windows if w.document.text not in self.seen}
        cut = sorted((w for d in new.values() for w in self.cutter.cut(d)), key=lambda w: len(w.ids))
        for text in new:
            self.seen[text] = [None] * len(self.cutter.split(text)[0])
        for i in range(0, len(cut), 8):
            batch = cut[i:i + 8]
            tags = torch.sigmoid(self.model(*collate(batch))[0]).half()
            for b, w in enumerate(batch):
                rows = self.seen[w.document.text]
                for k in range(len(w.pieces)):
                    rows[w.first + k] = tags[b, k + 1]
        for text in new:
            rows = self.seen[text]
            self.seen[text] = torch.stack(rows) if rows else torch.zeros(0, 1)
        for w in windows:
            soft = self.seen[w.document.text]
            inside = soft[w.first:w.first + len(w.pieces)]
            if len(inside) == len(w.pieces) and len(soft) == w.total:
                w.soft = inside.float()
