"""Where the packaged application starts; `--workers` starts it anew, which must be told apart."""

from multiprocessing import freeze_support

from stancedesk.__main__ import main

if __name__ == "__main__":
    freeze_support()
    main()
