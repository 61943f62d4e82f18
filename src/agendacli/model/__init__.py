"""Floor 0: values. Frozen, slotted, standard library only; this package imports nothing else of ours."""
