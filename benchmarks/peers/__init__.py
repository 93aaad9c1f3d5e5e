"""Other tools on the same work: same articles, same server, same model, same examples, scored by the same ruler.

`python -m benchmarks.peers run` asks, `python -m benchmarks.peers report` reads what was answered; docs/peers.md tells
how each tool is set up and how its answers become records.
"""
