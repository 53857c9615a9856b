"""What is found under the files and folders that a user names."""

from __future__ import annotations

from pathlib import Path

from stancedesk.core.ports import Failure, Importer
from stancedesk.importers import PassedOver, discover, importer_for, importers, read_any


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("He said so.", encoding="utf-8")


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a.html", "sub/c.jsonl.gz", ".hidden.txt", ".git/d.txt", "A.TXT")
    found = [
        path.relative_to(tmp_path).as_posix()
        for path in discover([tmp_path])
        if isinstance(path, Path)
    ]
    assert found == ["A.TXT", "a.html", "b.txt", "sub/c.jsonl.gz"]


def test_a_file_is_given_once_however_it_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert list(discover([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])) == [
        tmp_path / "a.txt"
    ]


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    touch(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    assert [path for path in discover([tmp_path]) if isinstance(path, Path)] == [
        tmp_path / "sub" / "a.txt"
    ]


def test_files_of_other_kinds_in_a_folder_are_counted(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.png", "c.png", "d")
    (note,) = [found for found in discover([tmp_path]) if not isinstance(found, Path)]
    assert isinstance(note, PassedOver)
    assert note.count == 3
    assert note.kinds[0] == (".png", 2)


def test_a_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    (failure,) = discover([tmp_path])
    assert isinstance(failure, Failure)
    assert str(tmp_path) in failure.error.message
    touch(tmp_path, "b.png")
    assert isinstance(next(iter(discover([tmp_path]))), Failure)


def test_a_named_file_is_given_whatever_it_is(tmp_path: Path) -> None:
    touch(tmp_path, "b.png")
    assert list(discover([tmp_path / "b.png", tmp_path / "none.txt"])) == [
        tmp_path / "b.png",
        tmp_path / "none.txt",
    ]


def test_the_longest_suffix_chooses_the_importer() -> None:
    chosen = {
        name: importer_for(Path(name))
        for name in ("a.jsonl.gz", "a.CSV", "a.htm", "a.md", "a.gz", ".txt")
    }
    assert {name: found.name if found else None for name, found in chosen.items()} == {
        "a.jsonl.gz": "json", "a.CSV": "table", "a.htm": "html", "a.md": "text",
        "a.gz": None, ".txt": None,
    }  # fmt: skip
    assert all(isinstance(importer, Importer) for importer in importers())


def test_a_table_of_headings_alone_is_said_to_hold_no_article(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text,date\n")
    (found,) = read_any(path)
    assert isinstance(found, Failure)
    assert "a.csv holds no article" in found.error.message
