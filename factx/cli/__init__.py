"""The command line: `app` has the commands, each in a module beside it; plain calls of `extract` go by `plain`."""
