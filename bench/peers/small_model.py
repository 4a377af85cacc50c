"""The small model in numpy, by hand, vectorised over draws. Inputs are read as [draw][input], outputs written as
[quarter][draw]. Draws go through in parts whose arrays stay in the processor's cache, which is faster than all at once."""

import json
import resource
import statistics
import sys
import time

import numpy as np

QUARTERS = 24
FIRST_DEMAND = np.array([100.0, 120.0, 140.0])
FIRST_INSTALLED = np.array([400.0, 450.0, 500.0])
FIRST_PIPELINE = np.array([10.0, 12.0, 14.0])
FIRST_CAPACITY = np.array([0.8, 0.9, 1.0])
# [product][resource]
USE = np.array([[0.8, 0.91, 1.02], [1.17, 1.28, 1.39], [1.54, 1.65, 0.87]])
WEIGHT = np.array([[0.9, 0.913, 0.926], [0.929, 0.942, 0.955], [0.958, 0.971, 0.984]])
KEPT = 0.96


def run(inputs, out):
    """Runs draws: `inputs` [input][draw], `out` [quarter][draw]. Arithmetic is done in place where nothing is lost."""
    products, resources = USE.shape
    growth, lead, ordering = inputs[:3], inputs[3:6], inputs[6:]
    draws = inputs.shape[1]
    repeated = lambda values: np.repeat(values[:, None], draws, axis=1)
    demand, installed = repeated(FIRST_DEMAND), repeated(FIRST_INSTALLED)
    capacity = repeated(FIRST_CAPACITY * (FIRST_DEMAND @ USE))
    pipeline = repeated(FIRST_PIPELINE)
    backlog = np.zeros((products, draws))
    wanted, built = np.empty((products, draws)), np.empty((products, draws))
    load, available, arriving = (np.empty((resources, draws)) for _ in range(3))
    for quarter in range(QUARTERS):
        np.add(installed[0], installed[1], out=out[quarter])
        out[quarter] += installed[2]
        np.add(backlog, demand, out=wanted)
        np.matmul(USE.T, wanted, out=load)
        np.divide(capacity, load, out=available)
        built.fill(1)
        for r in range(resources):
            np.minimum(built, WEIGHT[:, r : r + 1] * available[r], out=built)
        built *= wanted
        np.divide(pipeline, lead, out=arriving)
        np.subtract(wanted, built, out=backlog)
        demand *= growth
        installed *= KEPT
        installed += built
        capacity += arriving
        load *= ordering
        pipeline += load
        pipeline -= arriving


def main():
    input_file, output_file, passes, part = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    inputs = np.ascontiguousarray(np.fromfile(input_file).reshape(-1, 9).T)
    draws = inputs.shape[1]
    out = np.empty((QUARTERS, draws))
    parts = [
        (np.ascontiguousarray(inputs[:, i : i + part]), out[:, i : i + part]) for i in range(0, draws, part)
    ]

    def times():
        """Microseconds a draw of each part."""
        for some_inputs, some_out in parts:
            before = time.perf_counter()
            run(some_inputs, some_out)
            yield (time.perf_counter() - before) * 1e6 / some_inputs.shape[1]

    cold = statistics.mean(times())
    warm = statistics.median(each for _ in range(passes) for each in times())
    out.tofile(output_file)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(json.dumps({"draws": draws, "cold": cold, "warm": warm, "peakMemoryMB": peak, "version": np.__version__}))


main()
