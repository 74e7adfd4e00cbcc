"""A trained checkpoint to models/<name>/: model.onnx (int8), heads.json, vocab.txt, card.json, parity.jsonl."""

import base64
import json
import math
import os
import shutil
import tempfile

import numpy as np
import onnx

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .labels import END_LIST, ENDS, LAYERS, LINKS, MODE_LIST, STATUSES, TAG_LIST, TAGS
from .losses import collate
from .model import DISTANCES, END_DIM, LINK_DIM, STATUS_DIM, start_model
from .pieces import Pieces
from .windows import Cutter

OUTPUTS = ['tags', 'ends', 'links', 'status']

# Written for this project: what parity.jsonl replays.
SENTENCES = [
    'The governor of Varna province said on Tuesday that his police had arrested 14 protesters near the harbour.',
    '“We will not leave,” Maria Okafor told reporters. “Not today, not ever.”',
    'NATO’s secretary general urged both sides to return to talks, two diplomats familiar with the matter said.',
    'Rebels shelled the town overnight, killing at least three people, according to a U.S.-backed militia.',
    'President Ōta denied that his government had ordered the strike; the opposition accused him of lying.\n\nHe is to meet envoys from São Tomé next week.',
    'No one was hurt.',
]


class Graph(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, ids, cases, mask):
        return self.model(ids, cases, mask)


class PlainLayer(torch.nn.Module):
    """A layer with its attention written out, in the form that onnxruntime fuses: the same numbers, a tenth faster."""

    def __init__(self, layer):
        super().__init__()
        self.layer, self.size = layer, layer.out.in_features
        self.query, self.key, self.value = (torch.nn.Linear(self.size, self.size) for _ in range(3))
        for i, part in enumerate((self.query, self.key, self.value)):
            part.weight.data = layer.qkv.weight.data[i * self.size:(i + 1) * self.size]
            part.bias.data = layer.qkv.bias.data[i * self.size:(i + 1) * self.size]

    def forward(self, x, mask):
        one = self.layer
        split = lambda t: t.view(x.size(0), x.size(1), one.heads, self.size // one.heads).permute(0, 2, 1, 3)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        a = torch.softmax(torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(self.size // one.heads) + mask, -1)
        c = torch.matmul(a, v).permute(0, 2, 1, 3).contiguous()
        x = one.norm1(one.out(c.view(c.size(0), c.size(1), self.size)) + x)
        return one.norm2(one.down(torch.nn.functional.gelu(one.up(x))) + x)


def export(checkpoint, start, out, name, facts):
    os.makedirs(out, exist_ok=True)
    model, config = start_model(start)
    state = torch.load(checkpoint, weights_only=False)
    model.load_state_dict(state.get('model', state) if isinstance(state, dict) and 'model' in state else state)
    model.eval()
    model.encoder.layers = torch.nn.ModuleList(PlainLayer(layer) for layer in model.encoder.layers)
    shutil.copy(os.path.join(start, 'vocab.txt'), os.path.join(out, 'vocab.txt'))
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, 'plain.onnx')
        one = torch.ones(2, 16, dtype=torch.long)
        axes = {0: 'windows', 1: 'pieces'}
        torch.onnx.export(Graph(model), (one, one * 0, one), plain, input_names=['ids', 'cases', 'mask'], output_names=OUTPUTS, opset_version=17, dynamo=False,
                          dynamic_axes={n: axes for n in ['ids', 'cases', 'mask', *OUTPUTS]})
        ready = fused(plain, os.path.join(folder, 'fused.onnx'), config)
        small = os.path.join(folder, 'small.onnx')
        quantize_dynamic(ready, small, weight_type=QuantType.QInt8, per_channel=True, extra_options={'MatMulConstBOnly': True, 'DefaultTensorType': onnx.TensorProto.FLOAT})
        finished(small, os.path.join(out, 'model.onnx'))
    flat = lambda t: base64.b64encode(t.detach().numpy().astype('<f4').tobytes()).decode()
    heads = {n: flat(getattr(model, n).weight) for n in ('distance', 'link_out', 'status_out', 'mode_out')}
    heads |= {n + '_bias': flat(getattr(model, n).bias) for n in ('link_out', 'status_out', 'mode_out')}
    card = dict(name=name, tags=[dict(name=t, end=TAGS[t][0], layer=TAGS[t][1]) for t in TAG_LIST], ends=[dict(name=e, width=ENDS[e]) for e in END_LIST], links=LINKS, statuses=STATUSES, modes=MODE_LIST, layers=LAYERS,
                endSize=END_DIM, linkSize=LINK_DIM, statusSize=STATUS_DIM, distances=DISTANCES, **facts)
    json.dump(heads, open(os.path.join(out, 'heads.json'), 'w'))
    old = os.path.join(out, 'card.json')
    if os.path.exists(old):
        kept = json.load(open(old))
        card = {**kept, **card}
    json.dump(card, open(old, 'w'), indent=1, ensure_ascii=False)
    write_parity(model, start, out)
    print('model.onnx', round(os.path.getsize(os.path.join(out, 'model.onnx')) / 1e6, 1), 'MB')


def fused(path, out, config):
    """The graph with attention and layer norms fused where onnxruntime knows how; else as it is."""
    try:
        from onnxruntime.transformers import optimizer
        from onnxruntime.transformers.fusion_options import FusionOptions
        options = FusionOptions('bert')
        options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
        m = optimizer.optimize_model(path, model_type='bert', num_heads=config['num_attention_heads'], hidden_size=config['hidden_size'], optimization_options=options, opt_level=0)
        m.save_model_to_file(out)
        print(m.get_fused_operator_statistics())
        return out
    except Exception as error:  # an optimisation only: the plain graph gives the same numbers
        print('not fused:', error)
        return path


def finished(path, out):
    """The graph with all that onnxruntime would otherwise do to it at each start, but for the fused sum and norm, which no CPU vectorises: that one takes a tenth of the whole time, the two apart a third of it.
    The reader opens it at the level 'basic', so that they stay apart."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = out
    onnxruntime.InferenceSession(path, options, providers=['CPUExecutionProvider'], disabled_optimizers=['SkipLayerNormFusion'])


def write_parity(model, start, out):
    """For a few sentences: pieces and scores of the Python model (fp32) and of the int8 graph."""
    cutter = Cutter(Pieces(os.path.join(start, 'vocab.txt')))
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    session = onnxruntime.InferenceSession(os.path.join(out, 'model.onnx'), options, providers=['CPUExecutionProvider'])
    from .corpus import Document
    with open(os.path.join(out, 'parity.jsonl'), 'w', encoding='utf-8') as f:
        for text in SENTENCES:
            window = cutter.cut(Document('', text, set()))[0]
            ids, cases, mask = collate([window])
            with torch.no_grad():
                plain = model(ids, cases, mask)
            whole = session.run(OUTPUTS, {'ids': ids.numpy(), 'cases': cases.numpy(), 'mask': mask.numpy()})
            a = torch.tensor([[0, 1, 2], [0, 3, 3]])
            b = torch.tensor([[0, 3, 3], [0, 1, 2]])
            pair = model.pair_scores(torch.tensor(whole[2]), a, b)
            state, mode = model.trigger_scores(torch.tensor(whole[3]), a)
            short = lambda x: [round(float(v), 4) for v in np.asarray(x).reshape(-1)]
            f.write(json.dumps(dict(text=text, ids=window.ids, cases=window.cases, offsets=[[p.start, p.end] for p in window.pieces], tags=short(whole[0]), fp32=short(plain[0]), pairs=short(pair.detach()), status=short(state.detach()), modes=short(mode.detach())), ensure_ascii=False) + '\n')
