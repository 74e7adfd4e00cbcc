"""The losses of one batch: tags, ends, links, chains, status and mode."""

import collections

import torch
from torch.nn import functional as F

from .labels import END_ID, ENDS, LAYERS, LINK_ID, LINKS, MODE_ID, STATUSES, TAG_ID, TAG_LIST, TAGS, TYPES, link_kinds
from .model import end_scores

TAG_LAYER = torch.tensor([LAYERS.index(TAGS[t][1]) for t in TAG_LIST])
MODE_ELSEWHERE = torch.tensor([[not m.startswith(t + ':') for m in MODE_ID] for t in TYPES])
MASK = 103  # [MASK] in the vocabulary of the start weights
STATUS_ID = {s: i for i, s in enumerate(STATUSES)}


def collate(batch):
    n = max(len(w.ids) for w in batch)
    pad = lambda xs: torch.tensor([x + [0] * (n - len(x)) for x in xs])
    return pad([w.ids for w in batch]), pad([w.cases for w in batch]), pad([[1] * len(w.ids) for w in batch])


def tag_loss(tags, batch, mask, filled=.3):
    """Against the gold tags in the layers that a document is annotated for; in the others against what the teacher saw there, at a share of the weight."""
    gold = torch.zeros_like(tags)
    layers = torch.zeros(*mask.shape, len(LAYERS))
    for b, w in enumerate(batch):
        for layer in w.document.layers:
            layers[b, :, LAYERS.index(layer)] = 1
        if w.parts:
            layers[b, :len(w.parts), LAYERS.index('event')] = torch.tensor([float(part is not None) for part in w.parts])
        for tag, first, _ in w.spans.values():
            gold[b, first, TAG_ID[tag]] = 1
    annotated = layers[:, :, TAG_LAYER]
    weight = annotated * mask[:, :, None]
    for b, w in enumerate(batch):
        if w.soft is not None:
            n = len(w.soft)
            gold[b, 1:n + 1] += w.soft * (1 - annotated[b, 1:n + 1])
            weight[b, 1:n + 1] += filled * (1 - annotated[b, 1:n + 1])
    loss = F.binary_cross_entropy_with_logits(tags, gold, reduction='none')
    return (loss * weight).sum() / mask.sum()


def end_loss(ends, batch):
    """ZLPR (Su et al. 2022) over the later pieces: gold ends above 0, all others below."""
    starts = collections.defaultdict(list)
    for b, w in enumerate(batch):
        for tag, first, last in w.spans.values():
            if last:
                starts[b, first, TAGS[tag][0]].append(last)
    if not starts:
        return ends.sum() * 0
    keys = list(starts)
    at = torch.tensor([k[:2] for k in keys])
    scores = end_scores(ends, at, torch.tensor([END_ID[k[2]] for k in keys]))
    gold = torch.zeros_like(scores, dtype=torch.bool)
    for i, k in enumerate(keys):
        gold[i, starts[k]] = True
    j = torch.arange(scores.shape[1])
    width = torch.tensor([ENDS[k[2]] for k in keys])
    length = torch.tensor([len(batch[k[0]].ids) - 1 for k in keys])
    allowed = (j >= at[:, 1:]) & (j < at[:, 1:] + width[:, None]) & (j < length[:, None]) | gold
    low = torch.tensor(-1e4)
    zero = torch.zeros(len(keys), 1)
    negative = torch.logsumexp(torch.cat([zero, torch.where(allowed & ~gold, scores, low)], 1), 1)
    positive = torch.logsumexp(torch.cat([zero, torch.where(gold, -scores, low)], 1), 1)
    return (negative + positive).mean()


@torch.no_grad()
def proposed(tags, ends, batch, threshold=.3):
    """Spans that the model itself would find now, as (window, end kind, first, last)."""
    hot = torch.nonzero(torch.sigmoid(tags) > threshold)
    by = {}
    for b, i, t in hot.tolist():
        w = batch[b]
        tag = TAG_LIST[t]
        if TAGS[tag][1] in w.document.layers and 0 < i < len(w.ids) - 1 and (TAGS[tag][1] != 'event' or w.part(i) is not None):
            by[b, i, TAGS[tag][0]] = tag
    if not by or len(by) > 1500:
        return []
    keys = list(by)
    at = torch.tensor([k[:2] for k in keys])
    scores = end_scores(ends, at, torch.tensor([END_ID[k[2]] for k in keys]))
    j = torch.arange(scores.shape[1])
    width = torch.tensor([min(ENDS[k[2]], len(batch[k[0]].ids) - 1 - k[1]) for k in keys])
    scores = scores.masked_fill((j < at[:, 1:]) | (j >= at[:, 1:] + width[:, None]), -1e4)
    return [(b, kind, i, last) for (b, i, kind), last in zip(keys, scores.argmax(1).tolist())]


def link_losses(model, links, batch, extra):
    """Binary cross-entropy over pairs of found and gold spans, and the likelihood of an antecedent within a chain."""
    spans = collections.defaultdict(set)
    for b, w in enumerate(batch):
        for tag, first, last in w.spans.values():
            if last:
                spans[b, TAGS[tag][0]].add((first, last))
    for b, kind, first, last in extra:
        if kind != 'mention':
            spans[b, kind].add((first, last))
    pairs, gold = {}, collections.defaultdict(set)
    for b, w in enumerate(batch):
        for name, s, t in w.document.links:
            if s in w.spans and t in w.spans and w.spans[s][2] and w.spans[t][2]:
                gold[b, w.spans[s][1:], w.spans[t][1:]].add(name)
        for names in ((('source',), ('content',)) if 'attribution' in w.document.layers else ()) + ((('actor', 'recipient'), ('place',), ('time',), tuple(LINKS[6:12])) if 'event' in w.document.layers else ()):
            head, tail = link_kinds(names[0])
            for s in spans[b, head]:
                for t in spans[b, tail]:
                    # Nobody looked for links between parts that were annotated each by itself.
                    if s != t and (head == 'cue' or w.part(s[0]) == w.part(t[0])):
                        pairs.setdefault((b, s, t), set()).update(names)
    zero = links.sum() * 0
    loss = zero
    if pairs:
        keys = list(pairs)
        a = torch.tensor([(b, *s) for b, s, _ in keys])
        c = torch.tensor([(b, *t) for b, _, t in keys])
        scores = model.pair_scores(links, a, c)
        want, weight = torch.zeros_like(scores), torch.zeros_like(scores)
        for i, k in enumerate(keys):
            for name in pairs[k]:
                weight[i, LINK_ID[name]] = 1
            for name in gold.get(k, ()):
                want[i, LINK_ID[name]] = weight[i, LINK_ID[name]] = 1
        # Relations are rare among all pairs of parties: their pairs count less, their gold more.
        weight[:, 6:12] *= .25 + .75 * want[:, 6:12]
        loss = (F.binary_cross_entropy_with_logits(scores, want, reduction='none') * weight).sum() / weight.sum()
    return loss, chain_loss(model, links, batch, zero)


def chain_loss(model, links, batch, zero, reach=40):
    """-log of the share of right antecedents among the last `reach` mentions and 'none' (Lee et al. 2017)."""
    a, c, rows, right = [], [], [], []
    row = 0
    for b, w in enumerate(batch):
        chain = {s: i for i, ch in enumerate(w.document.chains) for s in ch}
        if not chain:
            continue
        mentions = sorted({(v[1], v[2], chain[s]) for s, v in w.spans.items() if s in chain and v[2]})
        for i, (first, last, own) in enumerate(mentions):
            before = mentions[max(0, i - reach):i]
            for f, l, other in before:
                a.append((b, first, last))
                c.append((b, f, l))
                rows.append(row)
                right.append(other == own)
            row += bool(before)
    if not rows:
        return zero
    s = model.pair_scores(links, torch.tensor(a), torch.tensor(c))[:, LINK_ID['same']]
    rows, right = torch.tensor(rows), torch.tensor(right)
    table = torch.full((row, reach + 1), -1e4)
    good = torch.zeros(row, reach + 1, dtype=torch.bool)
    column = torch.cat([torch.arange(n) for n in torch.bincount(rows).tolist()]) + 1
    table = table.index_put((rows, column), s)
    table = torch.cat([torch.zeros(row, 1), table[:, 1:]], 1)
    good[rows, column] = right
    good[:, 0] = ~good.any(1)
    return (torch.logsumexp(table, 1) - torch.logsumexp(table.masked_fill(~good, -1e4), 1)).mean()


def status_losses(model, status, batch):
    at, want, mode, masks = [], [], [], []
    for b, w in enumerate(batch):
        for s, (value, m) in w.document.status.items():
            if s in w.spans and w.spans[s][2]:
                at.append((b, *w.spans[s][1:]))
                want.append(STATUS_ID[value])
                mode.append(MODE_ID.get(f'{s[0]}:{m or ""}', MODE_ID[f'{s[0]}:']))
                masks.append(s[0])
    if not at:
        return status.sum() * 0, status.sum() * 0
    st, md = model.trigger_scores(status, torch.tensor(at))
    md = md.masked_fill(MODE_ELSEWHERE[[TYPES.index(t) for t in masks]], -1e4)
    return F.cross_entropy(st, torch.tensor(want)), F.cross_entropy(md, torch.tensor(mode))


def all_losses(model, batch, hard, hidden=0.):
    """The losses by name and the number of pieces; `hidden` is the share of pieces whose word the network does not see."""
    ids, cases, mask = collate(batch)
    if hidden:
        ids = torch.where((torch.rand(ids.shape) < hidden) & (cases > 0), MASK, ids)
    tags, ends, links, status = model(ids, cases, mask)
    extra = proposed(tags, ends, batch) if hard else []
    link, chain = link_losses(model, links, batch, extra)
    state, mode = status_losses(model, status, batch)
    return dict(tags=tag_loss(tags, batch, mask), ends=end_loss(ends, batch), links=link, chains=chain, status=state, mode=mode), int(mask.sum())
