"""Graph libraries as peers of the kernels: kernels.py EDGES NODES [LIBRARY...]

Reads pairs of 32-bit node numbers from a file, builds the graph once in each library that is there, and
then answers lines "KERNEL LIBRARY" with one JSON object each: processor seconds, and the answer.
One thread; building is not counted.
"""

import json
import os
import random
import sys
import time

for name in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy

SOURCES = 64


def timed(work):
    before = time.process_time()
    answer = work()
    return answer, time.process_time() - before


class Igraph:
    def __init__(self, edges, nodes):
        import igraph

        self.graph = igraph.Graph(n=nodes, edges=edges)
        self.sources = [number * nodes // SOURCES for number in range(SOURCES)]

    def pagerank(self):
        return timed(lambda: self.graph.pagerank(damping=0.85))

    def cuts(self):
        return timed(self.graph.articulation_points)

    def betweenness(self):
        return timed(lambda: self.graph.betweenness(directed=False, sources=self.sources))

    def leiden(self):
        random.seed(1)
        found, took = timed(
            lambda: self.graph.community_leiden(objective_function="modularity", n_iterations=2)
        )
        return self.graph.modularity(found), took

    # What follows is asked for on given graphs, of which each pair of neighbors counts once here.

    def simple(self):
        graph = self.graph.copy()
        graph.simplify()
        return graph

    def every_betweenness(self):
        graph = self.simple()
        return timed(lambda: graph.betweenness(directed=False))

    def closeness(self):
        graph = self.simple()
        near, took = timed(lambda: graph.closeness(normalized=True))
        components = graph.connected_components()
        sizes, of, others = components.sizes(), components.membership, graph.vcount() - 1
        reached = [sizes[component] - 1 for component in of]
        # After Wasserman and Faust: times the share of the others that is reached at all.
        return [one * some / others if some else None for one, some in zip(near, reached)], took

    def cores(self):
        graph = self.simple()
        return timed(graph.coreness)

    def is_cut(self):
        found, took = self.cuts()
        cuts = set(found)
        return [int(node in cuts) for node in range(self.graph.vcount())], took

    def components(self):
        of, took = timed(lambda: self.graph.connected_components().membership)
        first = {}
        return [first.setdefault(component, node) for node, component in enumerate(of)], took

    def distances(self):
        graph = self.simple()
        degrees = graph.degree()
        source = degrees.index(max(degrees))
        found, took = timed(lambda: graph.distances(source=source)[0])
        return [None if steps == float("inf") else steps for steps in found], took

    def best_leiden(self):
        def search(seed):
            random.seed(seed)
            found = self.graph.community_leiden(objective_function="modularity", n_iterations=-1)
            return self.graph.modularity(found)

        return timed(lambda: max(search(seed) for seed in range(10)))


class Networkx:
    def __init__(self, edges, nodes):
        import networkx

        self.kit = networkx
        self.graph = networkx.MultiGraph()
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from((int(low), int(high)) for low, high in edges)

    def pagerank(self):
        # It stops at its tolerance times the number of nodes.
        tolerance = 1e-13 / self.graph.number_of_nodes()
        found, took = timed(lambda: self.kit.pagerank(self.graph, tol=tolerance, max_iter=10000))
        return [found[node] for node in range(len(found))], took


class Networkit:
    def __init__(self, edges, nodes):
        import networkit

        self.kit = networkit
        networkit.setNumberOfThreads(1)
        networkit.engineering.setSeed(7, False)
        ends = edges.astype(numpy.uint64)
        self.graph = networkit.GraphFromCoo((ends[:, 0], ends[:, 1]), n=nodes)

    def run(self, algorithm):
        _, took = timed(algorithm.run)
        return algorithm, took

    def pagerank(self):
        found, took = self.run(self.kit.centrality.PageRank(self.graph, damp=0.85, tol=1e-8))
        return list(found.scores()), took

    def cuts(self):
        found, took = self.run(self.kit.components.BiconnectedComponents(self.graph))
        seen, cuts = set(), set()
        for component in found.getComponents():
            cuts.update(node for node in component if node in seen)
            seen.update(component)
        return sorted(cuts), took

    def betweenness(self):
        # It draws its sources itself, so that there is nothing to compare.
        _, took = self.run(self.kit.centrality.EstimateBetweenness(self.graph, SOURCES))
        return None, took

    def leiden(self):
        found, took = self.run(self.kit.community.ParallelLeiden(self.graph))
        return self.kit.community.Modularity().getQuality(found.getPartition(), self.graph), took


class Rustworkx:
    def __init__(self, edges, nodes):
        import rustworkx

        self.kit = rustworkx
        self.graph = rustworkx.PyGraph(multigraph=False)
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from_no_data([(int(low), int(high)) for low, high in edges])
        self.directed = self.graph.to_directed()

    def pagerank(self):
        # It stops at its tolerance times the number of nodes.
        tolerance = 1e-8 / self.graph.num_nodes()
        found, took = timed(lambda: self.kit.pagerank(self.directed, alpha=0.85, tol=tolerance))
        return [found[node] for node in range(len(found))], took

    def cuts(self):
        found, took = timed(lambda: self.kit.articulation_points(self.graph))
        return sorted(found), took


def main():
    nodes = int(sys.argv[2])
    edges = numpy.fromfile(sys.argv[1], dtype="<u4").reshape(-1, 2).astype(numpy.int64)
    libraries, built = {}, {}
    known = {"igraph": Igraph, "networkit": Networkit, "rustworkx": Rustworkx, "networkx": Networkx}
    for name in sys.argv[3:]:
        library = known[name]
        try:
            libraries[name], built[name] = timed(lambda: library(edges, nodes))
        except ImportError:
            pass
    print(json.dumps({"built": built}), flush=True)
    for line in sys.stdin:
        kernel, name = line.split()
        work = getattr(libraries[name], kernel, None)
        if work is None:
            print(json.dumps(None), flush=True)
            continue
        answer, took = work()
        print(json.dumps({"seconds": took, "answer": answer}), flush=True)


main()
