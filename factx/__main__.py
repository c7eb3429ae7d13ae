"""`python -m factx`: the command line."""

from factx.cli import main

if __name__ == "__main__":
    main()
