"""GUM's CoNLL-U: mentions of persons, organisations and places cut to the codebook's spans, their names and their chains."""

import glob
import os
import re

KINDS = {'person': 'person', 'organization': 'organization', 'place': 'place'}
OPEN_CLOSE = re.compile(r'\(([^()]+)\)|\(([^()]+)|([^()]+)\)')
CUT = ('acl', 'acl:relcl', 'appos', 'parataxis', 'dep', 'orphan')


def sentences(path):
    rows = []
    for line in [*open(path, encoding='utf-8'), '\n']:
        if line.startswith('#'):
            continue
        if not line.strip():
            if rows:
                yield rows
            rows = []
            continue
        c = line.rstrip('\n').split('\t')
        if c[0].isdigit():
            misc = dict(x.split('=', 1) for x in c[9].split('|') if '=' in x)
            rows.append(dict(id=int(c[0]), form=c[1], pos=c[4], head=int(c[6]), rel=c[7], space=misc.get('SpaceAfter') != 'No', entity=misc.get('Entity', '')))
        elif '-' in c[0] and rows is not None:
            misc = dict(x.split('=', 1) for x in c[9].split('|') if '=' in x)
            rows.append(dict(multi=c[0], form=c[1], space=misc.get('SpaceAfter') != 'No'))


def under(rows, top):
    """The ids of all words below `top`, itself included."""
    found, grown = {top}, True
    while grown:
        more = {r['id'] for r in rows if r['head'] in found} - found
        found |= more
        grown = bool(more)
    return found


def cut(rows, first, last):
    """The head of a mention and the last word that the codebook keeps: no relative clause, apposition or trailing phrase but 'of …'."""
    inside = [r for r in rows if first <= r['id'] <= last]
    ids = {r['id'] for r in inside}
    heads = [r for r in inside if r['head'] not in ids]
    if not heads:
        return last, last
    head = heads[0]['id']
    for r in inside:
        if r['head'] != head or r['id'] <= head:
            continue
        below = under(inside, r['id'])
        case = next((x['form'].lower() for x in inside if x['head'] == r['id'] and x['rel'] == 'case'), '')
        if r['rel'] in CUT or (r['rel'].startswith('nmod') and r['rel'] != 'nmod:poss' and case not in ('of', '', '\'s', '’s')):
            end = min(below) - 1
            while end > head and next((x for x in inside if x['id'] == end), {'pos': ''})['pos'] in (',', ':', '-LRB-', 'HYPH'):
                end -= 1
            return head, max(head, end)
    return head, last


def read_document(path):
    text, offset, spans, chains, names = '', {}, [], {}, []
    waiting = {}
    for n, all_rows in enumerate(sentences(path)):
        rows, skip = [], 0
        for r in all_rows:
            if 'multi' in r:
                lo, hi = map(int, r['multi'].split('-'))
                parts = [x for x in all_rows if 'multi' not in x and lo <= x['id'] <= hi]
                at, left = len(text), len(r['form'])
                for i, x in enumerate(parts):
                    size = left if i == len(parts) - 1 else min(len(x['form']), left)
                    offset[n, x['id']] = (at, at + size)
                    at, left = at + size, left - size
                text += r['form'] + (' ' if r['space'] else '')
                skip = hi
                continue
            if r['id'] > skip:
                offset[n, r['id']] = (len(text), len(text) + len(r['form']))
                text += r['form'] + (' ' if r['space'] else '')
            rows.append(r)
        for r in rows:
            for one, begin, stop in OPEN_CLOSE.findall(r['entity']):
                if one or begin:
                    parts = (one or begin).split('-')
                    key = parts[0]
                    waiting.setdefault(key, []).append((n, r['id'], parts[1] if len(parts) > 1 else ''))
                if one or stop:
                    key = (one or stop).split('-')[0]
                    if waiting.get(key):
                        m, first, kind = waiting[key].pop()
                        if kind in KINDS and m == n:
                            head, last = cut(rows, first, r['id'])
                            if (n, first) in offset and (n, last) in offset:
                                span = ('mention-' + kind, offset[n, first][0], offset[n, last][1])
                                if span[2] > span[1]:
                                    spans.append(span)
                                    chains.setdefault(key, []).append(span)
                                    names += name_in(rows, n, offset, kind, first, last)
        if not text.endswith('\n'):
            text += '\n' if n % 4 == 3 else (' ' if not text.endswith(' ') else '')
    return dict(id=os.path.basename(path), text=text, layers={'mention'}, spans=set(spans) | set(names), chains=[sorted(set(c), key=lambda s: s[1]) for c in chains.values()])


def name_in(rows, n, offset, kind, first, last):
    """The proper name that a mention ends in, if its head is one."""
    run = []
    for r in rows:
        if first <= r['id'] <= last and (r['pos'] in ('NNP', 'NNPS') or (run and r['form'] in ('of', 'the', 'for', 'and', '-', '.', '&', 'de', 'al', 'van', 'von'))):
            run.append(r)
        elif run:
            break
    while run and run[-1]['pos'] not in ('NNP', 'NNPS'):
        run.pop()
    if not run or (n, run[0]['id']) not in offset or (n, run[-1]['id']) not in offset:
        return []
    after = [r for r in rows if run[-1]['id'] < r['id'] <= last and r['pos'].startswith('NN')]
    return [] if after else [('name-' + kind, offset[n, run[0]['id']][0], offset[n, run[-1]['id']][1])]


def read_gum(folder):
    return [read_document(p) for p in sorted(glob.glob(f'{folder}/*.conllu'))]
