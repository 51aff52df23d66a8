"""`python -m generator`: the same as the command `jixiao`."""

from generator.cli.main import main

if __name__ == "__main__":
    main()
