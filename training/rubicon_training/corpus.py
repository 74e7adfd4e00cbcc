"""The corpus as documents: a text, its layers, spans (tag, start, end), links (name, span, span) and the status of triggers."""

import collections
import glob
import json
import os
import random
import re
import zlib
from dataclasses import dataclass, field

from .labels import TYPES
from .gum import read_gum


@dataclass
class Document:
    id: str
    text: str
    layers: set
    spans: set = field(default_factory=set)      # (tag, start, end)
    links: set = field(default_factory=set)      # (link, span, span)
    status: dict = field(default_factory=dict)   # trigger span -> (status, mode)
    chains: list = field(default_factory=list)   # lists of mention spans of one entity
    parts: list = None                           # (start, end) of what is annotated for events, each by itself; None: all of it at once

    def part(self, at):
        """The part that holds a letter; None outside of all parts."""
        if self.parts is None:
            return 0
        return next((i for i, (start, end) in enumerate(self.parts) if start <= at < end), None)


def locate(text, s):
    """Offsets of an annotated string; 'X@2' is the second X. Whole words first, so that 'US' is not found in 'RUSSIA'."""
    n, m = 1, re.match(r'^(.*)@(\d+)$', s, re.S)
    if m and s not in text:
        s, n = m.group(1), int(m.group(2))
    at = -1
    for _ in range(n):
        at = text.find(s, at + 1)
        if at < 0:
            return None
    return at, at + len(s)


def passage(x):
    d = Document(x['id'], x['text'], {'event'})
    at = lambda s: locate(x['text'], s)
    for e in x['events']:
        if not at(e['trigger']) or e['type'] not in TYPES:
            continue
        trigger = (e['type'], *at(e['trigger']))
        d.spans.add(trigger)
        d.status[trigger] = (e['status'], e.get('mode'))
        for role, tag in (('actor', 'party'), ('recipient', 'party'), ('place', 'place'), ('time', 'time')):
            for s in e[role]:
                if at(s):
                    d.spans.add((tag, *at(s)))
                    d.links.add((role, trigger, (tag, *at(s))))
    for r in x['relations']:
        if at(r['head']) and at(r['tail']):
            head, tail = ('party', *at(r['head'])), ('party', *at(r['tail']))
            d.spans |= {head, tail}
            d.links.add((r['type'], head, tail))
            if r['type'] in ('allied_with', 'opposes'):
                d.links.add((r['type'], tail, head))
    return d


def read_passages(corpus):
    train, dev = [], []
    for name in ('train.jsonl', 'train-2.jsonl', 'train-3.jsonl'):
        for line in open(f'{corpus}/passages/{name}', encoding='utf-8'):
            x = json.loads(line)
            (dev if name == 'train.jsonl' and zlib.crc32(x['id'].encode()) % 10 == 0 else train).append(passage(x))
    return train, dev


def polnear_file(path, text):
    d = Document(os.path.basename(path), text, {'attribution'})
    marks, events = {}, []
    for line in open(path, encoding='utf-8'):
        p = line.rstrip('\n').split('\t')
        if line.startswith('T') and len(p) > 1:
            kind, offsets = p[1].split(' ', 1)
            marks[p[0]] = [(kind.lower(), *map(int, o.split())) for o in offsets.split(';')]
        elif line.startswith('E') and len(p) > 1:
            events.append([(re.sub(r'\d+$', '', x.split(':')[0]).lower(), x.split(':')[1]) for x in p[1].split()])
    for parts in events:
        by = collections.defaultdict(list)
        for role, mark in parts:
            if role in ('source', 'cue', 'content') and mark in marks:
                by[role] += [(role, s, e) for _, s, e in marks[mark] if e > s]
        for spans in by.values():
            d.spans.update(spans)
        for cue in by['cue']:
            for role in ('source', 'content'):
                d.links.update((role, cue, s) for s in by[role])
    return d


def read_polnear(corpus, part):
    """For each article, its annotators' files."""
    articles = collections.defaultdict(list)
    for path in sorted(glob.glob(f'{corpus}/polnear/{part}/attributions/*.ann')):
        name = os.path.basename(path)[:-4]
        base = name.rsplit('_', 1)[0]
        folder = f'{corpus}/polnear/{part}/text'
        texts = [p for p in (f'{folder}/{name}.txt', f'{folder}/{base}.txt') if os.path.exists(p)] or glob.glob(f'{folder}/{glob.escape(base)}*.txt')
        if texts:
            articles[base].append(polnear_file(path, open(texts[0], encoding='utf-8', newline='').read()))
    return list(articles.values())


def squeezed(text):
    """The text with each run of white space as one blank, and where each letter stood."""
    letters, index, blank = [], [], True
    for i, c in enumerate(text):
        if not c.isspace():
            letters.append(c)
            index.append(i)
        elif not blank:
            letters.append(' ')
            index.append(i)
        blank = c.isspace()
    return ''.join(letters), index


def found_in(passages, articles):
    """Passages cut from PolNeAR articles: (passage, the article's files, for each letter of the passage where it stands in the article)."""
    whole, owner = '', []
    for files in articles:
        letters, index = squeezed(files[0].text)
        owner.append((len(whole), files, index))
        whole += letters + '\0'
    for p in passages:
        letters, own = squeezed(p.text)
        letters = letters.rstrip()
        i = whole.find(letters) if p.id.startswith('polne') else -1
        if i >= 0:
            begin, files, index = max((o for o in owner if o[0] <= i), key=lambda o: o[0])
            yield p, files, {own[k]: index[i - begin + k] for k in range(len(letters))}


def add_spans(to, from_, at):
    """Copy the spans and links of one document that lie wholly in another; `at` gives each letter's place there."""
    inside = {s: (s[0], at[s[1]], at[s[2] - 1] + 1) for s in from_.spans if s[1] in at and s[2] - 1 in at}
    to.spans |= set(inside.values())
    to.links |= {(n, inside[a], inside[b]) for n, a, b in from_.links if a in inside and b in inside}
    to.status |= {inside[s]: v for s, v in from_.status.items() if s in inside}


def add_layers(passages, articles):
    """Passages cut from PolNeAR articles get that article's attributions, and the article the passages' events: two layers on one text."""
    done = 0
    for p, files, at in list(found_in(passages, articles)):
        back = {there: here for here, there in at.items()}
        bare = Document(p.id, p.text, p.layers, set(p.spans), set(p.links), dict(p.status))
        attributions = Document(files[0].id, files[0].text, files[0].layers, {s for s in files[0].spans if s[0] in ('source', 'cue', 'content')}, files[0].links)
        add_spans(p, attributions, back)
        p.layers.add('attribution')
        for d in files:
            add_spans(d, bare, at)
            d.layers.add('event')
            d.parts = [*(d.parts or []), (min(back), max(back) + 1)]
        done += 1
    return done


def joined(passages):
    """Passages of one article put together in their order: texts as long as those that are read, of which each part was annotated by itself."""
    articles = collections.defaultdict(list)
    for p in passages:
        name, _, number = p.id.rpartition('-')
        if name.startswith(('guardian-', 'insight-', 'gum-', 're3d-')) and number.isdigit():
            articles[name].append((int(number), p))
    found = []
    for name, parts in sorted(articles.items()):
        if len(parts) < 2:
            continue
        whole = Document(name, '', {'event'}, parts=[])
        for _, p in sorted(parts, key=lambda x: x[0]):
            start = len(whole.text)
            whole.text += p.text + '\n\n'
            whole.parts.append((start, start + len(p.text)))
            add_spans(whole, p, {i: start + i for i in range(len(p.text))})
        found.append(whole)
    return found


def read_re3d(path):
    found, words, tags = [], [], []
    for line in [*open(path, encoding='utf-8'), '\n']:
        if line.strip():
            word, tag = line.rstrip('\n').rsplit('\t', 1)
            words.append(word)
            tags.append(tag)
        elif words:
            d, text, open_span = Document(f'{path}:{len(found)}', '', {'re3d'}), '', None
            for word, tag in zip([*words, ''], [*tags, 'O']):
                if open_span and not tag.startswith('I-'):
                    d.spans.add((*open_span, len(text)))
                    open_span = None
                glue = '' if not text or re.match(r"^[.,;:!?)\]’”'%]|^n't$", word) or text[-1] in '([“‘$£' else ' '
                text += glue + word
                if tag.startswith('B-') and tag[2:] in ('Person', 'Organisation', 'Location', 'Nationality'):
                    open_span = ('re3d-' + tag[2:], len(text) - len(word))
            d.text = text
            d.spans = {s for s in d.spans if s[2] > s[1]}
            found.append(d)
            words, tags = [], []
    return found


def read_corpus(corpus):
    passages, passages_dev = read_passages(corpus)
    polnear, polnear_dev = read_polnear(corpus, 'train'), read_polnear(corpus, 'dev')
    merged = add_layers(passages, polnear)
    long = joined(passages)
    gum = [Document(**x) for x in read_gum(f'{corpus}/gum/train')]
    gum_dev = [Document(**x) for x in read_gum(f'{corpus}/gum/dev')]
    re3d = read_re3d(f'{corpus}/entities-re3d/train.txt')
    print(f'{len(passages)} passages ({merged} with attributions; {len(long)} articles of them), {len(polnear)} PolNeAR articles, {len(gum)} GUM documents, {len(re3d)} re3d sentences', flush=True)
    return dict(passages=passages, joined=long, polnear=polnear, gum=gum, re3d=re3d), dict(passages=passages_dev, polnear=polnear_dev, gum=gum_dev)


def augment(d, random_):
    """A like document with straight quotation marks or without paragraph breaks: offsets stay as they are."""
    text = d.text
    if random_.random() < .15:
        text = text.translate(str.maketrans('“”‘’', '""\'\''))
    if random_.random() < .3:
        text = text.replace('\n', ' ')
    return text
