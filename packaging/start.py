"""Where the packaged application starts; `--workers` starts it anew, which must be told apart."""

import os
import sys
from multiprocessing import freeze_support

from stancedesk.__main__ import main

if __name__ == "__main__":
    freeze_support()
    # Python itself does so when it is started; Qt would complain of a locale without letters.
    if sys.platform == "linux" and not any(map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))):
        os.environ["LC_CTYPE"] = "C.UTF-8"
    main()
