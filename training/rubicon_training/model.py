"""The network: a small BERT encoder with letter case, and heads for tags, ends, links and the status of events."""

import json
import math
import os

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from .labels import END_LIST, LINKS, MODE_LIST, STATUSES, TAG_LIST

END_DIM, LINK_DIM, STATUS_DIM, DISTANCES = 32, 192, 96, 24


class Layer(nn.Module):
    def __init__(self, size, heads, inner, drop):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, d))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, config, drop=.1):
        super().__init__()
        size = config['hidden_size']
        self.words = nn.Embedding(config['vocab_size'], size)
        self.places = nn.Embedding(config['max_position_embeddings'], size)
        self.cases = nn.Embedding(6, size)
        nn.init.normal_(self.cases.weight, std=.01)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(size, config['num_attention_heads'], config['intermediate_size'], drop) for _ in range(config['num_hidden_layers']))

    def forward(self, ids, cases, mask):
        x = self.words(ids) + self.cases(cases) + self.places.weight[: ids.shape[1]]
        x = self.drop(self.norm(x))
        bias = (1 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, folder):
        """Fill in the start weights of a BERT-like checkpoint."""
        w = load_file(os.path.join(folder, 'model.safetensors'))
        w = {k.removeprefix('bert.'): v for k, v in w.items()}
        own = {'words.weight': w['embeddings.word_embeddings.weight'], 'places.weight': w['embeddings.position_embeddings.weight'] + w['embeddings.token_type_embeddings.weight'][0],
               'norm.weight': w['embeddings.LayerNorm.weight'], 'norm.bias': w['embeddings.LayerNorm.bias'], 'cases.weight': self.cases.weight.data}
        for i in range(len(self.layers)):
            p = f'encoder.layer.{i}.'
            for kind in ('weight', 'bias'):
                own[f'layers.{i}.qkv.{kind}'] = torch.cat([w[f'{p}attention.self.{n}.{kind}'] for n in ('query', 'key', 'value')])
                for mine, theirs in (('out', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'), ('up', 'intermediate.dense'), ('down', 'output.dense'), ('norm2', 'output.LayerNorm')):
                    own[f'layers.{i}.{mine}.{kind}'] = w[f'{p}{theirs}.{kind}']
        self.load_state_dict(own)


class Reader(nn.Module):
    """All outputs are per piece, so that spans, pairs and far context can be put together outside the graph."""

    def __init__(self, config):
        super().__init__()
        size = config['hidden_size']
        self.encoder = Encoder(config)
        self.drop = nn.Dropout(.1)
        self.tag1, self.tag2 = nn.Linear(size, size), nn.Linear(size, len(TAG_LIST))
        nn.init.constant_(self.tag2.bias, -4.)
        self.ends = nn.Linear(size, 2 * len(END_LIST) * END_DIM)
        self.links = nn.Linear(size, 4 * LINK_DIM)  # first and last piece of the span that links, of the span linked to
        self.status = nn.Linear(size, 2 * STATUS_DIM)  # first and last piece of a trigger
        self.distance = nn.Embedding(DISTANCES, LINK_DIM)
        self.link_out = nn.Linear(LINK_DIM, len(LINKS))
        self.status_out = nn.Linear(STATUS_DIM, len(STATUSES))
        self.mode_out = nn.Linear(STATUS_DIM, len(MODE_LIST))
        nn.init.constant_(self.link_out.bias, -1.)

    def forward(self, ids, cases, mask):
        h = self.drop(self.encoder(ids, cases, mask))
        return self.tag2(F.gelu(self.tag1(h))), self.ends(h), self.links(h), self.status(h)

    def pair_scores(self, links, a, b):
        """Scores [pairs, links]; `a` and `b` are tensors [pairs, 3] of window, first and last piece."""
        d = LINK_DIM
        x = links[a[:, 0], a[:, 1], :d] + links[a[:, 0], a[:, 2], d:2 * d] + links[b[:, 0], b[:, 1], 2 * d:3 * d] + links[b[:, 0], b[:, 2], 3 * d:]
        return self.link_out(F.relu(x + self.distance(bucket(b[:, 1] - a[:, 1]))))

    def trigger_scores(self, status, t):
        x = F.relu(status[t[:, 0], t[:, 1], :STATUS_DIM] + status[t[:, 0], t[:, 2], STATUS_DIM:])
        return self.status_out(x), self.mode_out(x)


def bucket(d):
    """Signed distance in pieces to one of 24 buckets: 12 a side, doubling by half octaves."""
    size = torch.clamp((2 * torch.log2(d.abs().float() + 1)).floor().long() // 1, max=11)
    return torch.where(d < 0, size, size + 12)


def rotate(x, positions):
    """Rotary positions on the last axis (pairs of neighbours)."""
    half = x.shape[-1] // 2
    angle = positions[..., None].float() * torch.exp(torch.arange(half, dtype=torch.float32) * (-math.log(10000.) / half))
    sin, cos = angle.sin(), angle.cos()
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)


def end_scores(ends, starts, kinds):
    """Scores [starts, length] of each later piece as the end; `starts` is [n, 2] (window, piece), `kinds` [n]."""
    b, n, _ = ends.shape
    e = ends.view(b, n, 2, -1, END_DIM)
    q = rotate(e[starts[:, 0], starts[:, 1], 0, kinds], starts[:, 1])
    k = rotate(e[starts[:, 0], :, 1, kinds], torch.arange(n).expand(len(starts), n))
    return torch.einsum('nd,nld->nl', q, k) / math.sqrt(END_DIM)


def start_model(folder, weights=None):
    """A reader with the start weights, or with `weights` of an earlier run and as wide as they are, and its configuration."""
    config = json.load(open(os.path.join(folder, 'config.json')))
    if weights:
        config['intermediate_size'] = weights['encoder.layers.0.up.bias'].shape[0]
    model = Reader(config)
    model.load_state_dict(weights) if weights else model.encoder.load(folder)
    return model, config
