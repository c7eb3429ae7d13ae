"""The cascade cache keeps what other layers made of the rules."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from factx import Extractor
from factx.engine.cache import open_cascade, save
from factx.names import finder
from factx.names.index import Entry, Forms

TEXT = "The UN mission in Mali, MINUSMA, left Gao. Human Rights Watch spoke of 12 dead."


def test_what_layers_make_of_the_rules_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTX_CACHE", str(tmp_path))
    cascade = open_cascade()
    assert cascade.extra("words", lambda: ["made"]) == ["made"]
    save(cascade)
    assert open_cascade().extra("words", lambda: ["made again"]) == ["made"]


def test_names_out_of_the_cache_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTX_CACHE", str(tmp_path))
    first = Extractor()
    found = first.extract(TEXT).facts
    assert {"place", "group"} <= {fact.kind for fact in found}
    first.save()
    monkeypatch.setattr(finder, "build_index", None)
    assert Extractor().extract(TEXT).facts == found


def test_the_entries_of_forms_are_the_same_out_of_the_cache() -> None:
    first, second = Entry("party/a", "Alpha", "party", ("XA", "XB")), Entry("company/a", "Alpha Ltd", "company", ())
    forms = Forms.of({"alpha": [first, second], "alpha ltd": [second]})
    for one in (forms, pickle.loads(pickle.dumps(forms))):
        assert one["alpha"] == one.get("alpha") == [first, second]
        assert one["alpha ltd"] == [second]
        assert "beta" not in one
        assert one.get("beta") is None
        with pytest.raises(KeyError):
            one["beta"]
