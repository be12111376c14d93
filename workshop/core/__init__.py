"""The pure core: commands become entries of events, events become records. No I/O, no clock, no chance."""
