"""Draw the placeholder emblems of the regions that come with the program: `python tools/lambang.py`.

A grey shield with the word CONTOH, so that nobody takes it for an emblem; an office lays its own over the file.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "templates" / "gambar"
REGIONS = ("dki-jakarta", "kabupaten-pandeglang", "kabupaten-bandung")
WIDTH, HEIGHT, LINE, DOT = 306, 342, 9, 8
LETTERS = {
    "C": ("01110", "10001", "10000", "10000", "10000", "10001", "01110"),
    "O": ("01110", "10001", "10001", "10001", "10001", "10001", "01110"),
    "N": ("10001", "11001", "10101", "10101", "10011", "10001", "10001"),
    "T": ("11111", "00100", "00100", "00100", "00100", "00100", "00100"),
    "H": ("10001", "10001", "10001", "11111", "10001", "10001", "10001"),
}


def half_width(row: int) -> int:
    """How far the shield reaches to each side on a row of pixels: straight above, narrowing to a point below."""
    straight = HEIGHT * 3 // 5
    below = max(0, row - straight) / (HEIGHT - straight)
    return int(WIDTH / 2 * (1 - below**2) ** 0.5) if below < 1 else 0


def shield() -> list[bytearray]:
    """White around, a dark edge, light grey within; each pixel a grey with its opacity."""
    rows = [bytearray(WIDTH * 2) for _ in range(HEIGHT)]
    for at, row in enumerate(rows):
        reach = half_width(at)
        inner = min(half_width(max(0, at - LINE)), half_width(min(HEIGHT - 1, at + LINE))) - LINE
        for column in range(WIDTH):
            side = abs(column - WIDTH // 2)
            if side < reach:
                is_edge = at < LINE or side >= inner
                row[column * 2 : column * 2 + 2] = bytes((90 if is_edge else 235, 255))
    return rows


def write(rows: list[bytearray], word: str) -> None:
    """The word across the middle, in dots."""
    left, top = (WIDTH - (len(word) * 6 - 1) * DOT) // 2, HEIGHT // 3
    for number, letter in enumerate(word):
        for down, line in enumerate(LETTERS[letter]):
            for right, bit in enumerate(line):
                start = left + (number * 6 + right) * DOT
                for row in rows[top + down * DOT : top + (down + 1) * DOT] if bit == "1" else ():
                    row[start * 2 : (start + DOT) * 2] = bytes((90, 255)) * DOT


def png(rows: list[bytearray]) -> bytes:
    """The pixels as a PNG file, grey with opacity."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 4, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    made = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def main() -> None:
    """One file for each region, all alike."""
    rows = shield()
    write(rows, "CONTOH")
    FOLDER.mkdir(exist_ok=True)
    for region in REGIONS:
        (FOLDER / f"lambang-{region}.png").write_bytes(png(rows))


if __name__ == "__main__":
    main()
