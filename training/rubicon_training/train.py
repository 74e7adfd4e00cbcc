"""The training loop: a schedule over minutes of work, checkpoints to resume from, a curve in curve.jsonl."""

import json
import os
import random
import time

import torch

from .corpus import augment, read_corpus
from .losses import all_losses
from .fill import Teacher
from .measure import measure
from .model import start_model
from .pieces import Pieces
from .windows import Cutter, batches

WEIGHTS = dict(tags=3., ends=.5, links=4., chains=.3, status=.3, mode=.15)
BUDGET = 1800  # pieces a batch


def epoch(train, cutter, random_, teacher=None):
    """One epoch's windows: every PolNeAR article by one of its annotators, passages once by themselves and twice within their article (or by themselves
    where it is not there), GUM, re3d."""
    windows = []
    for files in train['polnear']:
        d = random_.choice(files)
        windows += cutter.cut(d, augment(d, random_), random_)
    apart = {d.id.rpartition('-')[0] for d in train['passages']} - {d.id for d in train['joined']}
    for d in train['passages']:
        windows += cutter.cut(d, augment(d, random_), random_)
    for _ in range(2):
        for d in [*train['joined'], *(d for d in train['passages'] if d.id.rpartition('-')[0] in apart and 'attribution' not in d.layers)]:
            windows += cutter.cut(d, augment(d, random_), random_)
    for d in train['gum']:
        windows += cutter.cut(d, augment(d, random_), random_)
    for d in train['re3d']:
        windows += cutter.cut(d)
    if teacher:
        teacher.fill(windows)
    return batches(windows, BUDGET, random_)


def rate(done, peak, warm=.04):
    return peak * (done / warm if done < warm else max(.02, (1 - done) / (1 - warm)))


def train(corpus, start, out, minutes, threads, seed=7, onto=None, share=1., teacher=None, hidden=0.):
    """Train for `minutes` of work, from the start weights or from the weights `onto` of an earlier run, with `share` of the usual peak rates;
    a `teacher`'s weights fill the layers that a document is not annotated for; a share `hidden` of the pieces is masked."""
    os.makedirs(out, exist_ok=True)
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    random_ = random.Random(seed)
    data, dev = read_corpus(corpus)
    cutter = Cutter(Pieces(os.path.join(start, 'vocab.txt')))
    model, _ = start_model(start, torch.load(onto, weights_only=True) if onto else None)
    teacher = Teacher(start, torch.load(teacher, weights_only=True), cutter) if teacher else None
    encoder = list(model.encoder.parameters())
    cases = [model.encoder.cases.weight]
    slow = [p for p in encoder if p is not cases[0]]
    heads = [p for n, p in model.named_parameters() if not n.startswith('encoder.')]
    decay = lambda ps: [p for p in ps if p.dim() > 1]
    plain = lambda ps: [p for p in ps if p.dim() <= 1]
    groups = [dict(params=decay(slow), peak=7e-5, weight_decay=.01), dict(params=plain(slow), peak=7e-5, weight_decay=0.),
              dict(params=decay(heads), peak=1e-3, weight_decay=.01), dict(params=plain(heads) + cases, peak=1e-3, weight_decay=0.)]
    optimizer = torch.optim.AdamW(groups, lr=1e-5, betas=(.9, .98), fused=True)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    path = os.path.join(out, 'checkpoint.pt')
    state = dict(worked=0., pieces=0, step=0, epochs=0, measured=0.)
    if os.path.exists(path):
        saved = torch.load(path, weights_only=False)
        model.load_state_dict(saved['model'])
        optimizer.load_state_dict(saved['optimizer'])
        average, state = saved['average'], saved['state']
        random_.seed(seed + state['step'])
        print('resumed', state, flush=True)
    total = minutes * 60
    sums, saved_at, running = {}, time.time(), True
    while running:
        for batch in epoch(data, cutter, random_, teacher):
            begun = time.time()
            done = state['worked'] / total
            if done >= 1:
                running = False
                break
            for g in optimizer.param_groups:
                g['lr'] = rate(done, share * g['peak'])
            losses, pieces = all_losses(model, batch, hard=done > .08, hidden=hidden)
            loss = sum(WEIGHTS[k] * v for k, v in losses.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
            optimizer.step()
            if done > .5 and state['step'] % 4 == 0:
                keep = .98 if done < .9 else .985
                for k, v in model.state_dict().items():
                    average[k].lerp_(v, 1 - keep) if v.is_floating_point() else None
            state['step'] += 1
            state['pieces'] += pieces
            for k, v in losses.items():
                sums.setdefault(k, []).append(float(v.detach()))
            state['worked'] += time.time() - begun
            if state['step'] % 50 == 0:
                line = dict(step=state['step'], minutes=round(state['worked'] / 60, 1), pieces=state['pieces'], epochs=state['epochs'], rate=round(state['pieces'] / max(1, state['worked'])), **{k: round(sum(v) / len(v), 3) for k, v in sums.items()})
                print(json.dumps(line), flush=True)
                open(os.path.join(out, 'curve.jsonl'), 'a').write(json.dumps(line) + '\n')
                sums = {}
            if time.time() - saved_at > 300:
                save(path, model, optimizer, average, state)
                saved_at = time.time()
            if state['worked'] - state['measured'] > 1500:
                state['measured'] = state['worked']
                report(model, cutter, dev, out, state)
        state['epochs'] += 1
    save(path, model, optimizer, average, state)
    report(model, cutter, dev, out, state)
    last = {k: v.clone() for k, v in model.state_dict().items()}
    torch.save(last, os.path.join(out, 'last.pt'))
    model.load_state_dict(average)
    torch.save(average, os.path.join(out, 'average.pt'))
    report(model, cutter, dev, out, dict(state, of='average'))


def report(model, cutter, dev, out, state):
    line = dict(state, scores=measure(model, cutter, dev))
    print(json.dumps(line), flush=True)
    open(os.path.join(out, 'curve.jsonl'), 'a').write(json.dumps(line) + '\n')


def save(path, model, optimizer, average, state):
    torch.save(dict(model=model.state_dict(), optimizer=optimizer.state_dict(), average=average, state=state), path + '.part')
    os.replace(path + '.part', path)
