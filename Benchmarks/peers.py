"""The other programs that dau is measured against, each called the same way; run by Benchmarks/measure.

usage: peers.py pyvi|kenlm ARGUMENTS

    peers.py pyvi TEXT            marks put on TEXT line by line; prints words, seconds and failures
    peers.py kenlm MODEL TEXT     TEXT (words of 'dau model words', one sentence a line) scored; prints figures as JSON
"""
import json
import sys
import time


def pyvi(path):
    from pyvi import ViUtils

    lines = open(path, encoding="utf-8").read().split("\n")
    # The first call loads the model; it is not counted.
    ViUtils.add_accents("tong ket")
    words = failures = 0
    out = []
    start = time.process_time()
    for line in lines:
        words += len(line.split())
        try:
            out.append(ViUtils.add_accents(line) if line.strip() else line)
        except KeyError:
            # Some letters stop it; the line stays as it was.
            failures += 1
            out.append(line)
    taken = time.process_time() - start
    print(json.dumps({"words": words, "seconds": taken, "failures": failures}), file=sys.stderr)
    print("\n".join(out), end="")


def kenlm(model, path):
    import kenlm as library

    lines = [line for line in open(path, encoding="utf-8").read().split("\n") if line]
    loaded = library.Model(model)
    start = time.process_time()
    total = sum(loaded.score(line) for line in lines)
    taken = time.process_time() - start
    queries = sum(len(line.split()) + 1 for line in lines)
    # log10 P per word and sentence end, as 'dau model perplexity' counts.
    print(json.dumps({"queries": queries, "log10": total, "perplexity": 10 ** (-total / queries), "seconds": taken}))


if __name__ == "__main__":
    {"pyvi": pyvi, "kenlm": kenlm}[sys.argv[1]](*sys.argv[2:])
