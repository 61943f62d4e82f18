"""`python -m agendacli`: the same programme as the console scripts `agenda` and `agendacli`."""

from agendacli.cli.app import main

if __name__ == "__main__":
    main()
