"""What thinc's compiled modules import unseen, without its tests."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

hiddenimports = collect_submodules("thinc", filter=lambda name: ".tests" not in name)
hiddenimports += ["blis.py", "cymem.cymem", "murmurhash.mrmr", "preshed.maps"]
datas = collect_data_files("thinc", includes=["**/*.cu"])  # read at import, without any GPU
