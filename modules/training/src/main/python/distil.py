#!/usr/bin/env python3
"""Trains a small encoder from twice as deep ones, on a GPU.

People's annotations are few and not quite consistent. So larger encoders (teachers) are trained on
folds of them first, and the small one (the student) then learns from the annotations and from what
the teachers say, of the annotated texts (each teacher of the articles that it has not seen) and of
plain texts, which nobody annotated. Knowledge distillation: Hinton et al. 2015, arXiv:1503.02531;
teachers of folds: Breiman's and Wolpert's stacking.

Reads what `hearsay train examples` wrote; `hearsay train export` makes the model that ships of what
this writes. Needs PyTorch and safetensors, and an NVIDIA GPU. One seed gives the same weights but
for the rounding of sums, which a GPU adds up in no fixed order.
"""

import argparse
import functools
import json
import multiprocessing
import queue
import random
import re
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

MOST_PIECES = 200  # of a window, as the encoder module cuts them
SHAPES = 3
FIRST_PIECE, LAST_PIECE = 101, 102
BEGIN, LATER = 1, 2  # labels of a cue's words; in a marked window, source and content


@dataclass(eq=False)
class Paragraph:
    """Words as their pieces' numbers, and attributions as lists of words."""

    pieces: list
    shapes: list
    attributions: list = field(default_factory=list)

    def cue(self, attribution):
        words = attribution["cue"]
        return (words[0], words[-1] + 1) if words else None


@dataclass(eq=False)
class Window:
    """One input: words first..end of a paragraph, those of mark marked.

    labels: of each word that is asked about, or None where nobody annotated;
    soft: the teachers' probabilities of the three labels of each such word, or None.
    """

    paragraph: Paragraph
    first: int
    end: int
    mark: tuple
    asked: np.ndarray
    labels: np.ndarray | None = None
    soft: np.ndarray | None = None

    def __post_init__(self):
        ids, types, starts = [FIRST_PIECE], [0], []
        for word in range(self.first, self.end):
            pieces = self.paragraph.pieces[word]
            marked = self.mark[0] <= word < self.mark[1]
            starts.append(len(ids))
            ids += pieces
            types += [self.paragraph.shapes[word] + (SHAPES if marked else 0)] * len(pieces)
        self.ids = np.array(ids + [LAST_PIECE], np.int64)
        self.types = np.array(types + [0], np.int64)
        self.places = np.array(starts, np.int64)[self.asked - self.first]

    @property
    def is_marked(self):
        return self.mark[1] > self.mark[0]


def over(paragraph):
    """Windows over a paragraph, each overlapping the one before by half."""
    first, count = 0, len(paragraph.pieces)
    while first < count:
        end, length = first, 0
        while end < count and length + len(paragraph.pieces[end]) <= MOST_PIECES:
            length += len(paragraph.pieces[end])
            end += 1
        yield first, end
        if end == count:
            return
        after, shared = end, 0
        while after > first + 1 and shared < MOST_PIECES / 2:
            after -= 1
            shared += len(paragraph.pieces[after])
        first = after


def around(paragraph, mark):
    """The window around marked words, growing evenly to both sides while there is room."""
    first = end = mark[0]
    length = 0
    size = lambda word: len(paragraph.pieces[word])
    while end < mark[1] and length + size(end) <= MOST_PIECES:
        length += size(end)
        end += 1
    marked, left, right = (mark[0], end), True, True
    while left or right:
        left = left and first > 0 and length + size(first - 1) <= MOST_PIECES
        if left:
            first -= 1
            length += size(first)
        right = right and end < len(paragraph.pieces) and length + size(end) <= MOST_PIECES
        if right:
            length += size(end)
            end += 1
    return first, end, marked


def plain_windows(paragraph, annotated=True):
    """Which words are cues?"""
    for first, end in over(paragraph):
        labels = np.zeros(end - first, np.int64)
        for attribution in paragraph.attributions:
            for i, word in enumerate(attribution["cue"]):
                if first <= word < end:
                    labels[word - first] = LATER if i else BEGIN
        yield Window(
            paragraph, first, end, (0, 0), np.arange(first, end), labels if annotated else None)


def marked_window(paragraph, cue, attribution, annotated=True):
    """What are a cue's source and content? None of both where there is no such attribution."""
    first, end, mark = around(paragraph, cue)
    labels = np.zeros(end - first, np.int64)
    if attribution:
        for label, part in ((LATER, "content"), (BEGIN, "source")):
            for word in attribution[part]:
                if first <= word < end:
                    labels[word - first] = label
    return Window(paragraph, first, end, mark, np.arange(first, end), labels if annotated else None)


def cues(window, least):
    """The cues that teachers see in a plain window."""
    p, at, found = window.soft, 0, []
    while at < len(p):
        start, at = at, at + 1
        if p[start, BEGIN] >= least and p[start, BEGIN] >= p[start, LATER]:
            while at < len(p) and p[at, LATER] > max(p[at, 0], p[at, BEGIN]):
                at += 1
            found.append((start + window.first, at + window.first))
    return found


class Encoder(nn.Module):
    """BERT (Devlin et al. 2019) with one linear head of two times three labels."""

    HEADS = 12

    def __init__(self, path, seed):
        super().__init__()
        with safe_open(str(path), "pt") as file:
            weights = {name: file.get_tensor(name) for name in file.keys()}
        torch.manual_seed(seed)
        weights["head.weight"] = torch.randn_like(weights["head.weight"]) * 0.02
        weights["head.bias"] = torch.zeros_like(weights["head.bias"])
        self.layers = sum(bool(re.fullmatch(r"layer\.\d+\.qkv\.bias", n)) for n in weights)
        self.parameter = nn.ParameterDict(
            {"of/" + n.replace(".", "/"): nn.Parameter(w) for n, w in weights.items()})

    def get(self, name):
        return self.parameter["of/" + name.replace(".", "/")]

    def named(self):
        """Parameters by their names in the file."""
        return {n[3:].replace("/", "."): p for n, p in self.parameter.items()}

    def linear(self, x, name):
        return F.linear(x, self.get(name + ".weight"), self.get(name + ".bias"))

    def norm(self, x, name):
        return F.layer_norm(
            x, x.shape[-1:], self.get(name + ".weight"), self.get(name + ".bias"), 1e-12)

    def log_probabilities(self, batch, dropout=0.0):
        """Of the three labels of each word that is asked about."""
        drop = lambda x: F.dropout(x, dropout, self.training)
        with torch.autocast("cuda", dtype=torch.bfloat16):
            rows, width = batch["ids"].shape
            x = (F.embedding(batch["ids"], self.get("word"))
                 + self.get("position")[:width]
                 + F.embedding(batch["types"], self.get("type")))
            x = drop(self.norm(x, "norm"))
            hidden = x.shape[-1]
            mask = batch["mask"][:, None, None, :]
            for i in range(self.layers):
                layer = f"layer.{i}."
                query, key, value = self.linear(x, layer + "qkv").view(
                    rows, width, 3, self.HEADS, -1).permute(2, 0, 3, 1, 4)
                context = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
                context = context.transpose(1, 2).reshape(rows, width, hidden)
                x = self.norm(
                    drop(self.linear(context, layer + "attention")) + x, layer + "attention.norm")
                inner = F.gelu(self.linear(x, layer + "inner"))
                x = self.norm(drop(self.linear(inner, layer + "outer")) + x, layer + "outer.norm")
            asked = drop(x).reshape(-1, hidden)[batch["places"]]
        scores = self.linear(asked.float(), "head")
        scores = torch.where(batch["marked"][:, None], scores[:, 3:], scores[:, :3])
        return F.log_softmax(scores, -1)


def batches(windows, most):
    """Windows of like length together, of at most so many pieces with their padding."""
    batch = []
    for window in sorted(windows, key=lambda w: len(w.ids)):
        if batch and (len(batch) + 1) * len(window.ids) > most:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def arrays(batch):
    width = (max(len(w.ids) for w in batch) + 7) // 8 * 8
    words = sum(len(w.places) for w in batch)
    ids = np.zeros((len(batch), width), np.int64)
    types, mask = np.zeros_like(ids), np.zeros(ids.shape, bool)
    places, labels = np.empty(words, np.int64), np.full(words, -1, np.int64)
    marked, taught = np.zeros(words, bool), np.zeros(words, np.float32)
    soft = np.zeros((words, 3), np.float32)
    at = 0
    for row, window in enumerate(batch):
        length, end = len(window.ids), at + len(window.places)
        ids[row, :length], types[row, :length], mask[row, :length] = window.ids, window.types, True
        places[at:end] = window.places + row * width
        marked[at:end] = window.is_marked
        if window.labels is not None:
            labels[at:end] = window.labels
        if window.soft is not None:
            soft[at:end], taught[at:end] = window.soft, 1
        at = end
    return dict(ids=ids, types=types, mask=mask, places=places, labels=labels, marked=marked,
                soft=soft, taught=taught)


def on_device(batch):
    return {k: torch.from_numpy(v).pin_memory().to("cuda", non_blocking=True)
            for k, v in batch.items()}


def ahead(some):
    """Lays batches out on another thread while the GPU computes."""
    ready = queue.Queue(8)

    def fill():
        for batch in some:
            ready.put(arrays(batch))
        ready.put(None)

    threading.Thread(target=fill, daemon=True).start()
    return iter(ready.get, None)


@torch.no_grad()
def predict(model, windows):
    """The probabilities of each window's asked words, in the windows' order."""
    model.eval()
    said = {}
    for batch in batches(windows, 65536):
        probabilities = model.log_probabilities(on_device(arrays(batch))).exp().cpu().numpy()
        at = 0
        for window in batch:
            said[id(window)] = probabilities[at:at + len(window.places)]
            at += len(window.places)
    return [said[id(w)] for w in windows]


def fit(model, windows, *, epochs, rate, pieces, cue_weight, teachers, seed, name):
    """Trains; the moving average of the weights is what remains.

    teachers: how much of the loss is the teachers' where there are annotations, too.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    model.cuda().train()
    groups = {}
    for parameter, weights in model.named().items():
        share = 0.5 if parameter == "word" else 3.0 if parameter.split(".")[0] in ("type", "head") else 1.0
        decays = weights.dim() == 2 and parameter not in ("word", "position", "type")
        groups.setdefault((share, 0.01 if decays else 0.0), []).append(weights)
    optimizer = torch.optim.AdamW(
        [{"params": p, "share": s, "weight_decay": d} for (s, d), p in groups.items()],
        lr=rate, betas=(0.9, 0.98), fused=True)
    weights = list(model.parameters())
    average = [w.detach().clone() for w in weights]
    steps = int(epochs * sum(1 for _ in batches(windows, pieces)))
    step, warm_up, started, told = 0, 0.06, time.monotonic(), time.monotonic()
    while step < steps:
        mixed = list(windows)
        rng.shuffle(mixed)
        some = list(batches(mixed, pieces))
        rng.shuffle(some)
        for batch in ahead(some[:steps - step]):
            done = step / steps
            for group in optimizer.param_groups:
                climb = done / warm_up if done < warm_up else (1 - done) / (1 - warm_up)
                group["lr"] = rate * group["share"] * climb
            batch = on_device(batch)
            log_p = model.log_probabilities(batch, dropout=0.1)
            annotated = (batch["labels"] >= 0).float()
            share = torch.where(annotated > 0, teachers * batch["taught"], batch["taught"])
            own = -log_p.gather(1, batch["labels"].clamp(min=0)[:, None])[:, 0] * annotated
            theirs = -(batch["soft"] * log_p).sum(1)
            loss = (1 - share) * own + share * theirs
            loss = torch.where(batch["marked"], loss, cue_weight * loss).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            step += 1
            keep = min(0.999, (1 + step) / (10 + step))
            torch._foreach_lerp_(average, [w.detach() for w in weights], 1 - keep)
            if time.monotonic() - told > 15:
                told = time.monotonic()
                print(f"{name}: step {step} of {steps}, loss {loss.item():.4f}, "
                      f"{told - started:.0f} s", file=sys.stderr, flush=True)
    with torch.no_grad():
        for own, mean in zip(weights, average):
            own.copy_(mean)
    model.eval()
    return step, time.monotonic() - started


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@functools.cache
def claims(folder):
    """The groups of annotated windows (one an article), and the plain windows of plain texts."""
    groups = {}
    for line in lines(folder / "claims.jsonl"):
        paragraph = Paragraph(line["pieces"], line["shapes"], line["attributions"])
        group = groups.setdefault(line["article"], [])
        group += plain_windows(paragraph)
        group += [marked_window(paragraph, paragraph.cue(a), a)
                  for a in paragraph.attributions if a["cue"]]
    unseen = [window for line in lines(folder / "texts.jsonl")
              for window in plain_windows(Paragraph(line["pieces"], line["shapes"]), False)]
    return list(groups.values()), unseen


@functools.cache
def tone(folder):
    """The groups of annotated mentions (one a sentence), and mentions in plain texts."""
    def window(line):
        paragraph = Paragraph(line["pieces"], line["shapes"])
        first, end, mark = around(paragraph, line["mention"])
        label = np.array([line["label"]]) if "label" in line else None
        return Window(paragraph, first, end, mark, np.array([mark[0]]), label)

    groups = {}
    for line in lines(folder / "tone.jsonl"):
        groups.setdefault(line["sentence"], []).append(window(line))
    return list(groups.values()), [window(line) for line in lines(folder / "mentions.jsonl")]


READ = {"claims": claims, "tone": tone}
CUE_LEAST = 0.25  # what teachers doubt more is left alone


def teacher(task):
    """Trains the teacher of one fold, which then speaks of that fold and of the plain texts."""
    options, round_, fold = task
    groups, unseen = READ[options.kind](options.examples)
    order = list(range(len(groups)))
    random.Random(f"{options.seed} {round_}").shuffle(order)
    held = set(order[fold::options.folds])
    seed = options.seed + 10 * round_ + fold
    model = Encoder(options.examples / "teacher.safetensors", seed)
    steps, seconds = fit(
        model, [w for i, g in enumerate(groups) if i not in held for w in g],
        epochs=options.teacher_epochs, rate=options.teacher_rate, pieces=options.batch,
        cue_weight=options.cue_weight, teachers=0.0, seed=seed, name=f"teacher {round_}.{fold}")
    save_file({n: p.detach().cpu().contiguous() for n, p in model.named().items()},
              str(options.out / f"teacher-{options.kind}-{round_}.{fold}.safetensors"))
    print(f"teacher {round_}.{fold}: {steps} steps, {seconds:.0f} s", file=sys.stderr, flush=True)
    mine = [w for i in sorted(held) for w in groups[i]]
    return sorted(held), predict(model, mine), predict(model, unseen)


def opinions(options, windows):
    """The mean of all teachers, on windows that none was trained on."""
    mean = [np.zeros((len(w.places), 3), np.float32) for w in windows]
    files = sorted(options.out.glob(f"teacher-{options.kind}-*.safetensors"))
    for file in files:
        model = Encoder(file, 0)
        with safe_open(str(file), "pt") as weights, torch.no_grad():
            for name, parameter in model.named().items():
                parameter.copy_(weights.get_tensor(name))
        for all_, own in zip(mean, predict(model.cuda(), windows)):
            all_ += own / len(files)
    return mean


def main():
    parser = argparse.ArgumentParser(
        prog="hearsay train distil", description=__doc__.split("\n\n")[0],
        formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("kind", choices=sorted(READ), help="what to train")
    parser.add_argument("--examples", type=Path, required=True, metavar="DIR",
                        help="what hearsay train examples wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR",
                        help="where KIND.safetensors and the teachers go")
    parser.add_argument("--rounds", type=int, default=2, help="how often the data is cut in folds")
    parser.add_argument("--folds", type=int, default=5, help="teachers a round")
    parser.add_argument("--jobs", type=int, default=2, help="teachers trained at the same time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--teacher-epochs", type=float, help="default: 5 for claims, 4 for tone")
    parser.add_argument("--teacher-rate", type=float, help="default: 1.5e-4, 1e-4")
    parser.add_argument("--epochs", type=float, default=6.0, help="the student's")
    parser.add_argument("--rate", type=float, help="the student's; default: 3e-4, 2e-4")
    parser.add_argument("--batch", type=int, help="pieces of a batch; default: 4096, 2048")
    parser.add_argument("--teachers", type=float, default=0.5,
                        help="their share of the loss where people annotated, too")
    options = parser.parse_args()
    of_claims = options.kind == "claims"
    options.teacher_epochs = options.teacher_epochs or (5.0 if of_claims else 4.0)
    options.teacher_rate = options.teacher_rate or (1.5e-4 if of_claims else 1e-4)
    options.rate = options.rate or (3e-4 if of_claims else 2e-4)
    options.batch = options.batch or (4096 if of_claims else 2048)
    options.cue_weight = 2.0 if of_claims else 1.0
    options.out.mkdir(parents=True, exist_ok=True)
    for old in options.out.glob(f"teacher-{options.kind}-*.safetensors"):
        old.unlink()

    groups, unseen = READ[options.kind](options.examples)
    tasks = [(options, r, f) for r in range(options.rounds) for f in range(options.folds)]
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        for held, own, theirs in pool.imap_unordered(teacher, tasks, 1):
            for window, said in zip((w for i in held for w in groups[i]), own):
                window.soft = (0 if window.soft is None else window.soft) + said / options.rounds
            for window, said in zip(unseen, theirs):
                window.soft = (0 if window.soft is None else window.soft) + said / len(tasks)

    windows = [w for group in groups for w in group]
    annotated = len(windows)
    if of_claims:
        # What the teachers take for cues: in plain texts the only ones there are; in annotated ones
        # those that people did not mark teach the marked pass to doubt.
        doubted = []
        for window in windows:
            if not window.is_marked:
                of = window.paragraph
                right = {of.cue(a): a for a in of.attributions if a["cue"]}
                for cue in cues(window, CUE_LEAST):
                    if cue not in right:
                        near = (a for c, a in right.items() if cue[0] < c[1] and c[0] < cue[1])
                        doubted.append(marked_window(of, cue, next(near, None)))
        found = [marked_window(w.paragraph, c, None, False)
                 for w in unseen for c in cues(w, CUE_LEAST)]
        for window, said in zip(doubted + found, opinions(options, doubted + found)):
            window.soft = said
        windows += doubted
        unseen += found
    student = Encoder(options.examples / "student.safetensors", options.seed)
    steps, seconds = fit(
        student, windows + unseen, epochs=options.epochs, rate=options.rate, pieces=options.batch,
        cue_weight=options.cue_weight, teachers=options.teachers, seed=options.seed, name="student")
    names = {}
    for who in ("student", "teacher"):
        with safe_open(str(options.examples / f"{who}.safetensors"), "pt") as file:
            names[who] = (file.metadata() or {}).get("start", who)
    facts = {
        "base": f"{names['student']} (Apache-2.0), taught by {len(tasks)} × {names['teacher']} (MIT)",
        "data": f"{len(groups)} annotated {'articles' if of_claims else 'sentences'}, "
                f"{annotated} windows of them; {len(unseen)} windows of texts that nobody annotated"
                + (f"; {len(windows) - annotated} of cues that the teachers alone saw"
                   if of_claims else ""),
        "training": f"`hearsay train distil {options.kind} --seed {options.seed}`: "
                    f"{options.rounds} × {options.folds} folds, teachers {options.teacher_epochs:g} "
                    f"epochs at {options.teacher_rate:g}, student {options.epochs:g} at "
                    f"{options.rate:g}, {steps} steps in {seconds:.0f} s on one "
                    f"{torch.cuda.get_device_name()}; the teachers' share of the loss "
                    f"{options.teachers:g}",
    }
    save_file({n: p.detach().cpu().contiguous() for n, p in student.named().items()},
              str(options.out / f"{options.kind}.safetensors"), metadata=facts)
    print(f"written: {options.out / (options.kind + '.safetensors')}", file=sys.stderr)


if __name__ == "__main__":
    main()
