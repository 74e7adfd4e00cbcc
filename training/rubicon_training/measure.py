"""Exact-span F1 on the dev parts, thresholds at 0.4, no rules on top: the curve that training logs."""

import collections

import torch

from .labels import TAGS, TYPES, LINK_ID
from .losses import collate, proposed


@torch.no_grad()
def measure(model, cutter, dev, limit=18):
    model.eval()
    count = collections.Counter()
    documents = [f[0] for f in dev['polnear'][::max(1, len(dev['polnear']) // limit)]] + dev['passages'] + [d for d in dev['gum'] if '_news_' in d.id or '_speech_' in d.id]
    windows = sorted((w for d in documents for w in cutter.cut(d)), key=lambda w: len(w.ids))
    for i in range(0, len(windows), 8):
        batch = windows[i:i + 8]
        ids, cases, mask = collate(batch)
        tags, ends, links, status = model(ids, cases, mask)
        found = tagged(tags, ends, batch)
        for b, w in enumerate(batch):
            gold = {v for v in w.spans.values() if v[2]}
            for tag, first, last in gold:
                count[group(tag), 'g'] += 1
            for span in found[b]:
                count[group(span[0]), 'p'] += 1
                count[group(span[0]), 'tp'] += span in gold
        gold_links(model, links, status, batch, count)
    model.train()
    f1 = lambda k: round(200 * count[k, 'tp'] / max(1, count[k, 'p'] + count[k, 'g']), 1)
    scores = {k: f1(k) for k in sorted({k for k, _ in count})}
    for k in ('status', 'same'):
        scores[k] = round(100 * count[k, 'tp'] / max(1, count[k, 'g']), 1)
    return scores


def group(tag):
    return 'trigger+type' if tag in TYPES else tag


def tagged(tags, ends, batch):
    """For each window, the spans found: the best end of each start above the threshold."""
    found = [set() for _ in batch]
    p = torch.sigmoid(tags)
    best = {(b, kind, first): last for b, kind, first, last in proposed(tags, ends, batch, .4)}
    from .labels import TAG_LIST
    for b, i, t in torch.nonzero(p > .4).tolist():
        tag = TAG_LIST[t]
        last = best.get((b, TAGS[tag][0], i))
        if last is not None:
            found[b].add((tag, i, last))
    return found


def gold_links(model, links, status, batch, count):
    """Links between gold spans, the status of gold triggers, the antecedent of gold mentions."""
    for b, w in enumerate(batch):
        spans = [v for v in w.spans.values() if v[2]]
        gold = {(n, w.spans[a][1:], w.spans[c][1:]) for n, a, c in w.document.links if a in w.spans and c in w.spans}
        kinds = collections.defaultdict(list)
        for v in spans:
            kinds[TAGS[v[0]][0]].append(v[1:])
        pairs = [(s, t, names) for head, tail, names in (('cue', 'source', ['source']), ('cue', 'content', ['content']), ('trigger', 'party', ['actor', 'recipient']), ('party', 'party', list(LINK_ID)[6:12]))
                 for s in set(kinds[head]) for t in set(kinds[tail]) if s != t]
        if pairs:
            scores = model.pair_scores(links, torch.tensor([(b, *s) for s, _, _ in pairs]), torch.tensor([(b, *t) for _, t, _ in pairs]))
            for (s, t, names), row in zip(pairs, scores.tolist()):
                for n in names:
                    key = 'relation' if len(names) == 6 else '->' + n
                    g, p = (n, s, t) in gold, row[LINK_ID[n]] > 0
                    count[key, 'g'] += g
                    count[key, 'p'] += p
                    count[key, 'tp'] += g and p
        triggers = [(w.spans[s][1:], v[0]) for s, v in w.document.status.items() if s in w.spans and w.spans[s][2]]
        if triggers:
            from .labels import STATUSES
            st, _ = model.trigger_scores(status, torch.tensor([(b, *s) for s, _ in triggers]))
            count['status', 'g'] += len(triggers)
            count['status', 'tp'] += sum(STATUSES[i] == v for i, (_, v) in zip(st.argmax(1).tolist(), triggers))
        chain = {s: i for i, ch in enumerate(w.document.chains) for s in ch}
        mentions = sorted({(*w.spans[s][1:], i) for s, i in chain.items() if s in w.spans and w.spans[s][2]})
        for i, m in enumerate(mentions):
            before = mentions[max(0, i - 40):i]
            if any(o[2] == m[2] for o in before):
                s = model.pair_scores(links, torch.tensor([(b, *m[:2])] * len(before)), torch.tensor([(b, *o[:2]) for o in before]))[:, LINK_ID['same']]
                count['same', 'g'] += 1
                count['same', 'tp'] += before[int(s.argmax())][2] == m[2]
