"""Measures one program's window: start to first complete frame, PSS, CPU at rest. Called by window.sh."""

import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import time

DISPLAY = ":97"
SETTLE_SECS = 8.0  # the drawn place lives four seconds after the last movement of a hand
REST_SECS = 10.0  # over which CPU at rest is averaged
GIVE_UP_SECS = 60.0
TICKS = os.sysconf("SC_CLK_TCK")


def screen_pixels(framebuffer):
    """The distinct pixels of the middle rows of Xvfb's framebuffer (an XWD file it keeps mapped)."""
    with open(framebuffer, "rb") as file:
        header = file.read(100)
        fields = struct.unpack(">25I", header)
        header_size, height, bytes_per_line, colors = fields[0], fields[5], fields[12], fields[19]
        file.seek(header_size + colors * 12 + bytes_per_line * (height // 4))
        return set(struct.iter_unpack("<I", file.read(bytes_per_line * (height // 4))))


def descendants(pid):
    """The process and all it started."""
    found, fresh = [pid], [pid]
    while fresh:
        parent = fresh.pop()
        try:
            with open(f"/proc/{parent}/task/{parent}/children") as file:
                children = [int(child) for child in file.read().split()]
        except OSError:
            children = []
        found += children
        fresh += children
    return found


def pss_mb(pid):
    total = 0
    for one in descendants(pid):
        with open(f"/proc/{one}/smaps_rollup") as file:
            total += int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M).group(1))
    return total / 1024


def cpu_secs(pid):
    ticks = 0
    for one in descendants(pid):
        with open(f"/proc/{one}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def once(program, framebuffer, environment):
    empty = screen_pixels(framebuffer)
    started = time.monotonic()
    process = subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL)
    try:
        while True:
            # A frame with text has many shades; an empty window has one colour.
            if len(screen_pixels(framebuffer) - empty) > 20:
                break
            if process.poll() is not None or time.monotonic() - started > GIVE_UP_SECS:
                sys.exit("the window never showed a frame")
        first_frame = time.monotonic() - started
        time.sleep(SETTLE_SECS)
        memory = pss_mb(process.pid)
        before = cpu_secs(process.pid)
        time.sleep(REST_SECS)
        return first_frame, memory, (cpu_secs(process.pid) - before) / REST_SECS * 100
    finally:
        process.kill()
        process.wait()
        time.sleep(0.5)


def main():
    program, rounds = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            ["Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-fbdir", folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            framebuffer = os.path.join(folder, "Xvfb_screen0")
            while not os.path.exists(framebuffer) or os.path.getsize(framebuffer) < 1_000_000:
                time.sleep(0.05)
            environment = {**os.environ, "DISPLAY": DISPLAY, "XDG_RUNTIME_DIR": folder}
            environment.pop("WAYLAND_DISPLAY", None)
            runs = [once(program, framebuffer, environment) for _ in range(rounds)]
        finally:
            server.kill()
            server.wait()
    names = ["first complete frame, s", "memory (PSS), MB", "CPU at rest, % of a core"]
    print(f"| {rounds} runs | median | least | most |\n|---|--:|--:|--:|")
    for name, values in zip(names, zip(*runs)):
        print(f"| {name} | {statistics.median(values):.2f} | {min(values):.2f} | {max(values):.2f} |")


main()
