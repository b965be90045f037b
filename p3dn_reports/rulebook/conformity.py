"""Whether the rulebook has the form its JSON Schema asks for, said in Indonesian, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.source import Keys, Source, is_near, suggestion

_KINDS: Mapping[object, str] = {str: "teks", list: "daftar", dict: "kelompok kunci"}
_TYPES = {"string": "teks", "array": "daftar di antara kurung siku", "object": "kelompok kunci"}


class _Fault(NamedTuple):
    """A jsonschema error reduced to what the sentences need; `aturan` is the broken keyword, `syarat` its value."""

    aturan: str
    syarat: Any
    isi: Any
    skema: Mapping[str, Any]
    keys: Keys
    pesan: str

    @property
    def harapan(self) -> str:
        """What the schema says in words that it wants."""
        return str(self.skema.get("x-diharapkan") or self.skema.get("description", ""))


def check_form(source: Source, schema: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Every way in which the data is not as `schema` (rules.schema.json) says; a node is blamed once.

    `x-wajib` are keys that something must have, in whichever of its places it is written.
    Of a rulebook of another version only that is said: whatever else differs follows from it.
    """
    if other := _other_version(source, schema):
        return (other,)
    validator = _validator(schema)
    faults = sorted(map(_fault, validator.iter_errors(source.data)), key=lambda fault: fault.aturan != "type")
    found: dict[tuple[object, ...], Problem] = {}
    for fault in faults:
        for problem in _TRANSLATIONS.get(fault.aturan, _other)(source, fault):
            found.setdefault((problem.lokasi, problem.nilai if fault.aturan in _BY_KEY else None), problem)
    return tuple(found.values())


def _other_version(source: Source, schema: Mapping[str, Any]) -> Problem | None:
    known = schema.get("properties", {}).get("versi_skema", {}).get("enum")
    found = source.data.get("versi_skema") if isinstance(source.data, Mapping) else None
    if known is None or not isinstance(found, str) or found in known:
        return None
    return source.problem("aturan-versi-lain", ("versi_skema",), nilai=found, perlu=" dan ".join(known))


def _fault(error: Any) -> _Fault:
    is_name = "propertyNames" in error.absolute_schema_path
    return _Fault(
        aturan="propertyNames" if is_name else str(error.validator),
        syarat=error.validator_value,
        isi=error.instance,
        skema=error.schema,
        keys=(*error.absolute_path, error.instance) if is_name else tuple(error.absolute_path),
        pesan=error.message,
    )


def _wrong_name(source: Source, fault: _Fault) -> Iterator[Problem]:
    yield source.problem("aturan-nama-salah", fault.keys, key=True, nilai=fault.isi, diharapkan=fault.harapan)


def _unknown_keys(source: Source, fault: _Fault) -> Iterator[Problem]:
    known = fault.skema["properties"]
    # A section may stand in several places: one that is there already can be meant all the same.
    free = [name for name in known if name not in fault.isi or "x-wajib" in fault.skema]
    for key in fault.isi:
        if key not in known:
            dugaan = suggestion(key, free)
            yield source.problem("aturan-kunci-tak-dikenal", (*fault.keys, key), key=True, nilai=key, dugaan=dugaan)


def _missing_key(source: Source, fault: _Fault) -> Iterator[Problem]:
    """The key that is wanting, unless an unknown key was clearly meant to be it."""
    known = fault.skema["properties"]
    unknown = [key for key in fault.isi if key not in known]
    for key in fault.syarat:
        # jsonschema reports each wanting key on its own, its name in quotes at the head of the message.
        wanting = key not in fault.isi and fault.pesan.startswith(repr(key))
        if wanting and not any(is_near(word, key) for word in unknown):
            yield source.problem("aturan-kunci-kurang", fault.keys, nilai=key, arti=known[key]["description"])


def _wrong_type(source: Source, fault: _Fault) -> Iterator[Problem]:
    wanted = [fault.syarat] if isinstance(fault.syarat, str) else fault.syarat
    harapan = fault.skema.get("x-diharapkan") or " atau ".join(_TYPES[name] for name in wanted)
    ada = "kosong" if fault.isi == "" else _KINDS[type(fault.isi)]
    yield source.problem("aturan-jenis-salah", fault.keys, nilai=_shown(fault.isi), diharapkan=harapan, ada=ada)


def _wrong_word(source: Source, fault: _Fault) -> Iterator[Problem]:
    words = [fault.syarat] if isinstance(fault.syarat, str) else fault.syarat
    harapan = " atau ".join(words)
    if fault.isi == "":
        yield source.problem("aturan-nilai-kosong", fault.keys, nilai="", diharapkan=harapan)
    elif isinstance(fault.isi, str):
        dugaan = suggestion(fault.isi, words)
        yield source.problem("aturan-kata-salah", fault.keys, nilai=fault.isi, diharapkan=harapan, dugaan=dugaan)


def _wrong_pattern(source: Source, fault: _Fault) -> Iterator[Problem]:
    kode = "aturan-pola-salah" if fault.isi.strip() else "aturan-nilai-kosong"
    yield source.problem(kode, fault.keys, nilai=fault.isi, diharapkan=fault.harapan)


def _wrong_size(source: Source, fault: _Fault) -> Iterator[Problem]:
    bound = "paling sedikit" if fault.aturan.startswith("min") else "paling banyak"
    kata = "huruf" if isinstance(fault.isi, str) else "butir"
    in_words = None if kata == "huruf" else fault.skema.get("x-diharapkan")
    harapan = in_words or f"{bound} {fault.syarat} {kata}"
    banyak = str(len(fault.isi))
    arti = fault.skema.get("description", "")
    yield source.problem("aturan-banyaknya-salah", fault.keys, nilai=banyak, diharapkan=harapan, kata=kata, arti=arti)


def _twice(source: Source, fault: _Fault) -> Iterator[Problem]:
    for index, item in enumerate(fault.isi):
        if item in fault.isi[:index]:
            yield source.problem("aturan-butir-ganda", (*fault.keys, index), nilai=_shown(item))


def _other(source: Source, fault: _Fault) -> Iterator[Problem]:
    yield source.problem("aturan-bentuk-salah", fault.keys, nilai=_shown(fault.isi), diharapkan=fault.harapan)


_Translation = Callable[[Source, _Fault], Iterator[Problem]]
_TRANSLATIONS: Mapping[str, _Translation] = {
    "propertyNames": _wrong_name,
    "additionalProperties": _unknown_keys,
    "required": _missing_key,
    "x-wajib": _missing_key,
    "type": _wrong_type,
    "enum": _wrong_word,
    "const": _wrong_word,
    "pattern": _wrong_pattern,
    "format": _wrong_pattern,
    "maxLength": _wrong_size,
    "minLength": _wrong_pattern,
    "minItems": _wrong_size,
    "maxItems": _wrong_size,
    "minProperties": _wrong_size,
    "maxProperties": _wrong_size,
    "uniqueItems": _twice,
}

# Several of these may stand at one place; of the others the first one says enough.
_BY_KEY = frozenset({"additionalProperties", "required", "x-wajib"})


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(value)
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _pattern(_: object, pattern: str, instance: object, __: object) -> Iterable[ValidationError]:
    """`pattern` as ECMA-262 means it: `$` is the very end, where Python's lets a last line break pass."""
    if not isinstance(instance, str):
        return
    cut_short = pattern.endswith("$") and instance.endswith("\n")
    if cut_short or not _compiled(pattern).search(instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _validator(schema: Mapping[str, Any]) -> Any:
    """A validator of `schema` that finds its own definitions by name: every `$ref` is `#/$defs/...`."""
    definitions = {f"#/$defs/{name}": one for name, one in schema.get("$defs", {}).items()}

    def _ref(validator: Any, ref: str, instance: object, _: object) -> Iterable[ValidationError]:
        yield from validator.descend(instance, definitions[ref])

    wajib = Draft202012Validator.VALIDATORS["required"]
    own = {"pattern": _pattern, "$ref": _ref, "x-wajib": wajib}
    kind: Any = extend(Draft202012Validator, own)  # type: ignore[no-untyped-call]
    return kind(dict(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)
