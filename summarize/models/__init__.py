"""Models: the protocol, and the hosted, the embedded, the scripted and the replayed one."""
