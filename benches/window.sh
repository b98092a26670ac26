#!/usr/bin/env bash
# What the window costs, under Xvfb with lavapipe: from process start to the first complete frame, memory (PSS), and
# CPU while the home screen stands still. Needs Debian's xvfb, mesa-vulkan-drivers, x11-utils and python3.
#
#   benches/window.sh [PROGRAM] [ROUNDS]
#
# The first complete frame is when the middle of the window no longer shows what the X server put there.
set -eu
cd "$(dirname "$0")/.."
program=${1:-target/release/three-rings}
rounds=${2:-5}
[ -x "$program" ] || { echo "no $program: cargo build --release first" >&2; exit 2; }
python3 benches/window.py "$program" "$rounds"
